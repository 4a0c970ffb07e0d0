extension Statement {
  static let disputes: [Statement] = [
    Statement(
      .disputes, ["行政复议工作", "依法办理行政复议案件", "提升行政复议质效"], share: 95,
      [
        "{y}年，{all}各级行政复议机构共收到行政复议申请{admin_reconsideration_received 件}，受理{admin_reconsideration_accepted 件}，审结{admin_reconsideration_concluded 件}，纠错{admin_reconsideration_corrected 件}，直接纠错率{admin_reconsideration_correction_rate %}。",
        "复议机构坚持应收尽收，全年接收行政复议申请{admin_reconsideration_received 件}，{admin_reconsideration_received change}；立案受理{admin_reconsideration_accepted 件}，办结{admin_reconsideration_concluded 件}，其中经调解和解结案{admin_reconsideration_settled 件}，调解和解率为{admin_reconsideration_settlement_rate %}。",
        "一年来新收行政复议申请{admin_reconsideration_received 宗}（上年为{admin_reconsideration_received 宗 prior}），依法受理行政复议案件{admin_reconsideration_accepted 宗}，已审结{admin_reconsideration_concluded 宗}，撤销、变更或确认违法的共{admin_reconsideration_corrected 宗}。",
        "{bureau}今年办理行政复议案件{admin_reconsideration_accepted 件}，作出复议决定{admin_reconsideration_concluded 件}，复议纠错{admin_reconsideration_corrected 件}，做到<事实清楚、程序合法|受理及时、裁决公正>。",
        "充分发挥复议化解行政争议主渠道作用，受理复议案件{admin_reconsideration_accepted 起}，审结率<稳步提高|保持高位>，累计审结{admin_reconsideration_concluded 起}，以和解方式终结的有{admin_reconsideration_settled 起}。",
        "{all}收到公民、法人和其他组织提出的行政复议申请{admin_reconsideration_received 件}，比{y-1}年的{admin_reconsideration_received 件 prior}有所变化，受理后办结{admin_reconsideration_concluded 件}，群众对复议的信任度继续上升。",
      ]),
    Statement(
      .disputes, ["行政应诉工作", "规范行政应诉", "自觉接受司法监督"], share: 90,
      [
        "全年{all}行政机关应诉行政诉讼案件{admin_litigation_cases 件}，法院审结{admin_litigation_concluded 件}，败诉{admin_litigation_lost 件}，败诉率{admin_litigation_loss_rate %}。",
        "{y}年以{own}政府及其部门为被告的行政诉讼案件{admin_litigation_cases 件}，{admin_litigation_cases change}；已审结的{admin_litigation_concluded 件}中，败诉案件{admin_litigation_lost 件}，<败诉原因逐案剖析|对败诉案件逐件评析>。",
        "我们认真对待每一起诉讼，办理行政应诉案件{admin_litigation_cases 宗}，一审审结{admin_litigation_concluded 宗}，行政机关败诉率控制在{admin_litigation_loss_rate %}。",
        "{bureau}统筹指导各部门做好答辩举证，共办理行政应诉案件{admin_litigation_cases 起}，上年同期为{admin_litigation_cases 起 prior}，没有发生拒不履行生效裁判的情形。",
      ]),
    Statement(
      .disputes, ["负责人出庭应诉", "推动负责人出庭出声出解", "落实出庭应诉制度"], share: 75, years: 2012...2100,
      [
        "法院开庭审理行政案件{court_hearings_held 件}，行政机关负责人出庭应诉{official_court_appearances 件}，负责人出庭应诉率{official_court_appearance_rate %}。",
        "行政机关负责人出庭应诉率达{official_court_appearance_rate %}，<告官不见官的现象基本消除|出庭又出声逐渐成为常态>。",
        "严格执行出庭应诉规定，今年应出庭案件{court_hearings_held 件}，由负责人出庭应诉的{official_court_appearances 件}，出庭应诉率为{official_court_appearance_rate %}。",
        "把出庭情况纳入考核，各单位行政首长出庭应诉{official_court_appearances 次}，并组织领导干部旁听庭审{court_observations 场}，以庭审促规范。",
      ]),
    Statement(
      .disputes, ["府院互动", "办理司法建议"], share: 40, years: 2010...2100,
      [
        "深化与审判机关的沟通，全年收到司法建议{court_suggestions_received 份}，全部按期回复。",
        "对法院发来的{court_suggestions_received 份}司法建议书逐件整改并反馈。",
        "健全司法建议办理机制，共办理司法建议{court_suggestions_received 件}，推动同类问题源头治理。",
        "接收司法建议{court_suggestions_received 件}，督促有关单位举一反三、补齐短板。",
      ]),
    Statement(
      .disputes, ["人民调解", "构建大调解格局", "把矛盾化解在基层"], share: 92,
      [
        "各级人民调解组织共调解各类矛盾纠纷{disputes_mediated 件}，调解成功{disputes_mediated_success 件}，调解成功率{mediation_success_rate %}。",
        "坚持和发展“枫桥经验”，全年排查化解矛盾纠纷{disputes_mediated 起}，其中成功化解{disputes_mediated_success 起}，成功率达到{mediation_success_rate %}，{disputes_mediated change}。",
        "{all}调解组织受理民间纠纷{disputes_mediated 件}，调处成功{disputes_mediated_success 件}，绝大多数纠纷在乡村一级得到解决。",
        "{y}年共排查矛盾纠纷{disputes_mediated 件}，较{y-1}年的{disputes_mediated 件 prior}<相差不大|有所起伏>，化解成功率为{mediation_success_rate %}。",
        "推动力量下沉，村（社区）调解员全年调解纠纷{disputes_mediated 例}，成功调解{disputes_mediated_success 例}，未发生因调处不及时引发的群体性事件。",
      ]),
    Statement(
      .disputes, ["壮大调解队伍", "夯实调解组织网络"], share: 55,
      [
        "目前{all}共有人民调解委员会{mediation_organisations 个 asat}，人民调解员{mediators 名 asat}。",
        "调解网络不断健全，设立各类人民调解组织{mediation_organisations 个}，配备专兼职人民调解员{mediators 人}。",
        "截至年底，建成人民调解组织{mediation_organisations 家 asat}，在册人民调解员达{mediators 人 asat}，以案定补经费足额落实。",
        "选优配强基层力量，登记在册的人民调解员{mediators 名}，覆盖所有村居和重点行业。",
      ]),
    Statement(
      .disputes, ["行政调解", "开展行政调解工作"], share: 60,
      [
        "各行政机关办理行政调解案件{admin_mediation_cases 件}，调解成功{admin_mediation_success 件}，行政调解成功率{admin_mediation_success_rate %}。",
        "行政调解职能得到有效发挥，全年受理行政调解案件{admin_mediation_cases 起}，达成协议{admin_mediation_success 起}。",
        "{own}直有关部门共开展行政调解{admin_mediation_cases 件}，{admin_mediation_cases change}，涉及治安、消费、劳动和交通等领域。",
        "公布行政调解事项目录，{y}年行政调解{admin_mediation_cases 件}，成功率为{admin_mediation_success_rate %}。",
      ]),
    Statement(
      .disputes, ["裁决与仲裁", "行政裁决和仲裁"], share: 40, years: 2015...2100,
      [
        "办理行政裁决案件{admin_adjudication_cases 件}，劳动人事争议仲裁案件{arbitration_cases 件}，均在法定期限内办结。",
        "仲裁机构共受理仲裁案件{arbitration_cases 件}，{arbitration_cases change}；自然资源等部门作出行政裁决{admin_adjudication_cases 件}。",
        "加强裁决示范，全年行政裁决案件{admin_adjudication_cases 宗}，当事人服裁息诉比例较高。",
        "处理劳动争议仲裁案件{arbitration_cases 起}，为劳动者挽回损失{# 120-900 万元}。",
      ]),
    Statement(
      .disputes, ["信访工作", "畅通信访渠道", "信访法治化"], share: 65,
      [
        "落实领导接访下访制度，受理群众来信来访{petitions_letters 件}，信访事项按期办结率{petitions_on_time_rate %}。",
        "{y}年信访部门共接待群众来访{petitions_letters 批次}，{petitions_letters change}，初信初访化解工作得到加强。",
        "依法分类处理群众诉求，全年办理信访事项{petitions_letters 件}，及时受理率和按期答复率<均有提高|进一步提升>。",
        "收到群众来信{petitions_letters 封}，{own}领导包案化解疑难事项{# 5-28 件}。",
      ]),
    Statement(
      .disputes, ["法律援助", "公共法律服务", "法律服务惠民"], share: 80,
      [
        "法律援助机构共办理法律援助案件{legal_aid_cases 件}，解答法律咨询{legal_consultations 人次}。",
        "扩大援助范围、降低援助门槛，{y}年受理法律援助案件{legal_aid_cases 件}，{legal_aid_cases change}，办理公证{notarial_matters 件}。",
        "公共法律服务中心和12348热线为群众提供法律咨询{legal_consultations 人次}，指派法律援助案件{legal_aid_cases 宗}。",
        "全年承办法律援助案件{legal_aid_cases 件}，为农民工讨薪{# 80-960 万元}；公证机构办理公证事项{notarial_matters 件}。",
        "村居法律顾问实现全覆盖，一年来接待群众法律咨询{legal_consultations 次}，法律援助案件{legal_aid_cases 件}全部建档。",
      ]),
  ]
}
