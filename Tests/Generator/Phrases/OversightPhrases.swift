extension Statement {
  static let oversight: [Statement] = [
    Statement(
      .oversight, ["全面推进政务公开", "深化政府信息公开"], share: 85, years: 2008...2100,
      [
        "按照{cite oversight}，全年主动公开政府信息{info_disclosed_proactively 条}，办理依申请公开{info_disclosure_requests 件}。",
        "{own}政府门户网站和政务新媒体共发布政府信息{info_disclosed_proactively 条}，{info_disclosed_proactively change}。",
        "{y}年收到政府信息公开申请{info_disclosure_requests 件}，依申请公开按期答复率{info_request_reply_rate %}。",
        "以公开促落实，主动公开各类政府信息{info_disclosed_proactively 条}，政府开放日活动{# 4-30 场}。",
        "受理依申请公开事项{info_disclosure_requests 件}，上年{info_disclosure_requests 件 prior}，答复及时规范。",
      ]),
    Statement(
      .oversight, ["办理建议提案", "自觉接受人大和政协监督"], share: 85,
      [
        "认真办理人大代表建议和政协委员提案{proposals_handled 件}，办结率{proposals_completion_rate %}，满意率{proposals_satisfaction_rate %}。",
        "全年承办人大建议、政协提案{proposals_handled 件}，均在规定时限内答复。",
        "{y}年办复代表建议和委员提案{proposals_handled 件}，代表委员对建议提案办理的满意率为{proposals_satisfaction_rate %}。",
        "主动向人大报告、向政协通报工作，{proposals_handled 件}建议提案<全部办复|办理质量进一步提高>，办结率达{proposals_completion_rate %}。",
      ]),
    Statement(
      .oversight, ["审计监督", "强化审计监督"], share: 55,
      [
        "审计机关完成审计项目{audit_projects 个}，促进增收节支{# 600-9600 万元}。",
        "全年实施审计项目{audit_projects 个}，提出审计建议{# 50-240 条}。",
        "{y}年开展审计{audit_projects 项}，覆盖预算执行、经济责任和重大民生资金。",
        "聚焦财政资金和领导干部责任，共完成审计{audit_projects 个}，移送问题线索{# 3-18 件}。",
      ]),
    Statement(
      .oversight, ["案卷评查", "加强行政执法监督"], share: 75,
      [
        "组织开展执法案卷评查，随机抽取行政处罚、行政许可案卷{case_files_reviewed 份}，评选优秀案卷{# 5-20 份}。",
        "{bureau}全年评查行政执法案卷{case_files_reviewed 卷}，{case_files_reviewed change}，通报问题{# 40-260 个}。",
        "对{# 15-32 家}执法单位报送的案卷集中把脉，共评查案卷{case_files_reviewed 宗}。",
        "{y}年抽查执法案卷{case_files_reviewed 件}，下发行政执法监督意见书{enforcement_supervision_notices 份}。",
      ]),
    Statement(
      .oversight, ["法治督察", "开展专项督察"], share: 50, years: 2016...2100,
      [
        "开展法治政府建设督察{rule_of_law_inspections 次}，发现问题{# 30-180 个}并限期整改。",
        "{own}委依法治{own}办组织法治督察{rule_of_law_inspections 轮}，压实各级责任。",
        "以督促改，全年法治督察{rule_of_law_inspections 次}，制发提示函{# 4-30 份}。",
        "会同督查部门开展法治督察{rule_of_law_inspections 次}，上年{rule_of_law_inspections 次 prior}，整改完成率<逐步提高|达到预期>。",
      ]),
  ]
}
