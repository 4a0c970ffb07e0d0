extension Statement {
  static let functions: [Statement] = [
    Statement(
      .functions, ["动态调整权责清单", "推行清单管理"], share: 75, years: 2014...2100,
      [
        "对权责清单实行动态管理，调整后{own}级保留行政权力事项{power_list_items 项}，其中行政许可{license_items 项}。",
        "公布{own}本级权责清单，共涉及行政职权{power_list_items 项}。",
        "截至年底，{own}直部门权责清单事项{power_list_items 项 asat}，全部在门户网站公开。",
        "梳理编制权力清单，{y}年末行政权力事项为{power_list_items 项 asat}，<做到法无授权不可为|行政权力运行更加透明>。",
      ]),
    Statement(
      .functions, ["取消和下放事项", "深化行政审批制度改革", "简政放权"], share: 80,
      [
        "持续简政放权，全年取消调整行政审批事项{powers_cancelled_adjusted 项}，承接上级下放事项{powers_delegated 项}。",
        "按照国务院和上级决定，取消和调整行政职权{powers_cancelled_adjusted 项}，<衔接落实到位|及时向社会公告>。",
        "{y}年承接上级下放行政权力事项{powers_delegated 项}，同步制定承接方案和监管办法。",
        "减权放权不断深化，共取消、调整审批事项{powers_cancelled_adjusted 项}，上年为{powers_cancelled_adjusted 项 prior}。",
      ]),
    Statement(
      .functions, ["政务服务提质增效", "优化政务服务", "行政服务中心建设"], share: 85,
      [
        "政务服务大厅全年受理各类审批服务事项{service_items_accepted 件}，办结{service_items_concluded 件}，办结率{service_completion_rate %}。",
        "{own}行政服务中心共办理政务服务事项{service_items_accepted 件}，{service_items_accepted change}。",
        "进驻政务服务中心事项{service_hall_items 项}，{y}年受理行政许可等服务{service_items_accepted 件}，按时办结率为{service_completion_rate %}。",
        "大厅设立综合窗口{# 12-60 个}，入驻事项{service_hall_items 项}，一年来受理政务服务办件{service_items_accepted 件}、办结{service_items_concluded 件}。",
      ]),
    Statement(
      .functions, ["推进一网通办", "互联网+政务服务"], share: 60, years: 2016...2100,
      [
        "依托一体化平台，依申请事项网上可办率{online_service_rate %}，审批时限压缩{approval_time_reduction %}。",
        "推动更多事项不见面办理，全程网办率达到{online_service_rate %}。",
        "事项网办比例{online_service_rate %}，承诺办理时限较法定时限减少{approval_time_reduction %}，打造15分钟便民服务圈。",
        "{y}年政务服务事项网上可办率提升至{online_service_rate %}，力争明年达到{online_service_rate % target}。",
      ]),
    Statement(
      .functions, ["减证便民", "清理证明事项", "告知承诺制"], share: 55, years: 2016...2100,
      [
        "开展减证便民行动，取消证明事项{proof_items_cancelled 项}。",
        "全面清理奇葩证明、循环证明，共清理证明材料{proof_items_cancelled 项}。",
        "推行证明事项告知承诺制，公布告知承诺事项{commitment_items 项}，<群众办事少跑腿|最大限度方便群众>。",
        "{commitment_items 项}证明事项实行告知承诺，累计减少证明{proof_items_cancelled 件}。",
      ]),
    Statement(
      .functions, ["激发市场活力", "商事制度改革", "优化营商环境"], share: 65, years: 2013...2100,
      [
        "商事制度改革成效明显，新增市场主体{market_entities_new 户}，市场主体总数达{market_entities_total 户}。",
        "年末{all}市场主体{market_entities_total 户 asat}，{market_entities_total change}。",
        "落实{cite functions}，{y}年新登记市场主体{market_entities_new 户}，企业开办时间压缩至{# 1-3 个工作日}以内。",
        "推进证照分离和多证合一，全年新设市场主体{market_entities_new 家}，期末实有市场主体总量{market_entities_total 家 asat}。",
      ]),
    Statement(
      .functions, ["12345热线", "畅通诉求渠道"], share: 60, years: 2012...2100,
      [
        "12345政务服务便民热线全年受理群众诉求{hotline_requests 件}，按时办结率{hotline_resolution_rate %}，群众满意率{hotline_satisfaction_rate %}。",
        "整合各类热线，实现12345一号对外，受理各类事项{hotline_requests 条}，{hotline_requests change}。",
        "政务热线{y}年共接听来电{hotline_requests 个}，热线办结率为{hotline_resolution_rate %}。",
        "热线工单限时办结，全年受理工单{hotline_requests 件}，回访满意度{hotline_satisfaction_rate %}。",
      ]),
  ]

  static let digital: [Statement] = [
    Statement(
      .digital, ["数据共享", "建设数字法治政府"], share: 70, years: 2016...2100,
      [
        "数据共享交换平台归集数据{# 800-9800 万条}，接入部门{# 30-58 个}。",
        "建成政务数据目录{# 600-4200 项}，电子证照调用{# 2-60 万次}。",
        "政务云承载业务系统{# 40-190 个}，<数据多跑路、群众少跑腿|打通信息孤岛>。",
        "编制数据资源目录，汇聚信用信息{# 50-900 万条}。",
      ]),
    Statement(
      .digital, ["智慧执法", "科技赋能执法监管"], share: 60, years: 2018...2100,
      [
        "推广应用执法监督平台，录入执法人员和案件信息{# 900-9900 条}。",
        "互联网+监管系统汇聚监管行为数据{# 3000-48000 条}。",
        "建设非现场监管点位{# 20-160 处}，以远程监控减少入企频次。",
        "上线行政执法移动终端{# 60-400 台}，实现案件网上流转。",
      ]),
  ]
}
