extension Statement {
  static let enforcement: [Statement] = [
    Statement(
      .enforcement, ["执法主体和人员管理", "加强执法队伍建设"], share: 75,
      [
        "严格资格管理，{all}现有持证行政执法人员{enforcement_officers 名 asat}，行政执法主体{enforcement_units 个 asat}。",
        "经清理确认，{own}级行政执法单位{enforcement_units 家}、执法人员{enforcement_officers 人}，名单全部公告。",
        "组织执法资格考试，目前取得执法证件{enforcement_officers 人 asat}。",
        "{y}年底登记在册的行政执法人员{enforcement_officers 名 asat}，上年底为{enforcement_officers 名 prior}，无证上岗得到杜绝。",
      ]),
    Statement(
      .enforcement, ["行政执法三项制度", "规范执法程序", "执法全过程记录"], share: 60, years: 2016...2100,
      [
        "落实{cite enforcement}，为一线配备执法记录仪{enforcement_recorders 台}。",
        "各执法单位共配备执法记录仪{enforcement_recorders 部}，音像记录室{# 6-40 个}。",
        "推进公示、记录、法制审核全覆盖，全{own}拥有执法记录仪{enforcement_recorders 台}，法制审核人员<配备到位|比例达标>。",
        "强化装备保障，新老设备合计有执法记录仪{enforcement_recorders 台}，重大执法决定法制审核{# 30-260 件}。",
      ]),
    Statement(
      .enforcement, ["双随机监管", "推行双随机一公开"], share: 50, years: 2015...2100,
      [
        "完善双随机、一公开机制，随机抽查事项清单{random_inspection_items 项}。",
        "公布随机抽查事项{random_inspection_items 项}，抽查结果<及时公示|公示率保持在高位>。",
        "{own}级部门制定随机抽查事项清单共{random_inspection_items 项}，开展跨部门联合抽查{# 8-60 次}。",
        "以{random_inspection_items 项}随机抽查事项为基础，检查企业{# 200-1800 户}。",
      ]),
    Statement(
      .enforcement, ["加强行政检查", "开展执法检查"], share: 45, years: 2016...2100,
      [
        "全年开展行政检查{administrative_inspections 次}，<入企检查更加规范|推行扫码入企>。",
        "各执法部门实施行政检查{administrative_inspections 次}，{administrative_inspections change}。",
        "规范涉企检查，{y}年行政检查{administrative_inspections 家次}，较上年的{administrative_inspections 家次 prior}更有针对性。",
        "共开展执法检查{administrative_inspections 次}，发现并督促整改隐患{# 300-2600 处}。",
      ]),
    Statement(
      .enforcement, ["加大重点领域执法力度", "严格规范公正文明执法"], share: 85,
      [
        "聚焦食品药品、生态环境、安全生产等领域，全年查处行政处罚案件{penalty_cases 件}，罚没款{fines_amount 元}。",
        "{all}各执法机关办理行政处罚案件{penalty_cases 起}，作出行政处罚决定{penalties_issued 件}，罚款金额{fines_amount 元}。",
        "立案查处违法案件{penalty_cases 宗}，{penalty_cases change}，下达行政处罚决定书{penalties_issued 份}。",
        "{y}年市场监管、城管、交通等部门共办理行政处罚案件{penalty_cases 件}，上年为{penalty_cases 件 prior}，有力维护了市场秩序。",
        "综合执法队伍全年作出行政处罚决定{penalties_issued 件}，罚款{fines_amount 元}，没有因处罚引发的重大舆情。",
      ]),
    Statement(
      .enforcement, ["包容审慎监管", "推行柔性执法"], share: 55, years: 2020...2100,
      [
        "推行首违不罚，公布免罚清单事项{leniency_list_items 项}，不予处罚{leniency_cases 件}。",
        "落实包容审慎要求，依法对轻微违法行为不予处罚{leniency_cases 起}。",
        "编制轻微违法不予处罚事项清单{leniency_list_items 条}，<执法既有力度又有温度|让企业感受到法治温度>。",
        "{y}年适用不罚清单免予处罚{leniency_cases 件}，{leniency_cases change}。",
      ]),
    Statement(
      .enforcement, ["乡镇街道综合执法", "执法重心下移"], share: 45, years: 2019...2100,
      [
        "推进执法重心下移，向乡镇（街道）下放执法事项{enforcement_powers_delegated 项}。",
        "赋予乡镇街道行政执法权{enforcement_powers_delegated 项}，组建综合执法队{# 8-26 支}。",
        "乡镇承接赋权执法事项{enforcement_powers_delegated 项}，下派执法骨干{# 60-400 人}。",
        "开展赋权评估，目前街道赋权执法事项共{enforcement_powers_delegated 项}。",
      ]),
  ]

  static let emergency: [Statement] = [
    Statement(
      .emergency, ["完善应急预案", "健全应急体系"], share: 70, years: 2008...2100,
      [
        "修订完善应急预案{emergency_plans 个}，组织应急演练{emergency_drills 次}。",
        "全{own}编制各类突发事件应急预案{emergency_plans 件}，{y}年开展演练{emergency_drills 场}，<应急处置能力明显增强|实战水平得到检验>。",
        "依照{cite emergency}，开展防汛、森林防火等应急演练{emergency_drills 场次}。",
        "应急管理部门牵头举行综合演练和专项演练{emergency_drills 次}，{emergency_drills change}。",
      ]),
    Statement(
      .emergency, ["应急队伍和物资", "提升应急保障"], share: 50, years: 2008...2100,
      [
        "建有应急救援队伍{# 6-48 支}，储备应急物资{# 90-800 种}。",
        "设立应急避难场所{# 12-90 处}，更新救援装备{# 200-1900 件}。",
        "各级应急队伍出动处置险情{# 20-240 起}，转移群众{# 100-2900 人}。",
        "落实安全生产责任，排查整改隐患{# 900-8900 处}。",
      ]),
  ]
}
