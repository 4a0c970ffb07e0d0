extension Statement {
  static let rules: [Statement] = [
    Statement(
      .rules, ["加强政府立法", "推进重点领域立法"], share: 85, isForCities: true,
      [
        "围绕改革发展急需，全年提请审议地方性法规{local_regulations_submitted 件}，制定政府规章{government_rules_issued 件}。",
        "{y}年出台政府规章{government_rules_issued 部}，<立法项目全部公开征求意见|每部规章都组织了专家论证>。",
        "完成年度立法计划，向人大常委会提交地方性法规草案{local_regulations_submitted 件}，公布规章{government_rules_issued 件}。",
        "坚持开门立法，制定规章{government_rules_issued 件}，收到各方面意见{# 60-420 条}。",
      ]),
    Statement(
      .rules, ["规范性文件制定管理", "从严控制发文数量"], share: 70,
      [
        "严格制定程序，全年{own}政府及政府办共制定规范性文件{normative_documents_issued 件}，均履行了公开征求意见、集体讨论等程序。",
        "印发行政规范性文件{normative_documents_issued 件}，比上年的{normative_documents_issued 件 prior}更加精简有度。",
        "实行规范性文件统一登记、统一编号、统一印发，{y}年发布规范性文件{normative_documents_issued 件}。",
        "管住源头，凡可发可不发的一律不发，今年共制发规范性文件{normative_documents_issued 份}。",
      ]),
    Statement(
      .rules, ["合法性审核与备案", "规范性文件监督管理", "备案审查"], share: 85,
      [
        "{bureau}全年审查规范性文件{normative_documents_reviewed 件}，向上级报备规范性文件{normative_documents_filed 件}，<报备率、及时率、规范率保持较好水平|没有被纠正的情况>。",
        "落实{cite rules}要求，对{normative_documents_reviewed 件}规范性文件进行了合法性审核，提出修改意见{# 40-300 条}。",
        "共审核各部门报送的规范性文件{normative_documents_reviewed 件}，备案审查规范性文件{normative_documents_filed 件}，做到有件必备、有备必审、有错必纠。",
        "{y}年完成规范性文件合法性审查{normative_documents_reviewed 份}，{normative_documents_reviewed change}，备案登记规范性文件{normative_documents_filed 份}。",
      ]),
    Statement(
      .rules, ["文件清理", "开展规范性文件清理"], share: 60,
      [
        "组织开展规范性文件清理，废止和宣布失效{normative_documents_repealed 件}，清理结果向社会公布。",
        "对现行规范性文件进行全面梳理，决定废止规范性文件{normative_documents_repealed 件}，继续有效{# 60-240 件}。",
        "按照上级统一部署清理与现行法律不一致的规范性文件，宣布失效{normative_documents_repealed 件}。",
        "建立定期评估机制，今年已废止规范性文件{normative_documents_repealed 份}，<避免文件打架|维护法制统一>。",
      ]),
    Statement(
      .rules, ["公平竞争审查", "破除行政性垄断"], share: 60, years: 2017...2100,
      [
        "开展公平竞争审查，审查文件{fair_competition_reviewed 件}，没有发现排除、限制竞争的内容。",
        "对{fair_competition_reviewed 份}涉及市场主体的政策措施进行了公平竞争审查。",
        "制定政策措施必经公平竞争审查，{y}年审查增量文件{fair_competition_reviewed 件}，清理存量政策{# 100-600 件}。",
        "{all}完成公平竞争审查{fair_competition_reviewed 件}，{fair_competition_reviewed change}。",
      ]),
  ]

  static let decisions: [Statement] = [
    Statement(
      .decisions, ["重大行政决策", "完善依法决策机制"], share: 65, years: 2019...2100,
      [
        "编制并公布重大行政决策事项目录，{major_decisions_listed 项}重大行政决策列入年度目录。",
        "依据{cite decisions}，将{major_decisions_listed 项}事项纳入重大行政决策目录管理，逐项履行公众参与、专家论证等程序。",
        "{y}年公布重大行政决策事项{major_decisions_listed 项}，全程留痕、归档管理。",
        "把目录化管理作为抓手，今年列入重大行政决策事项目录{major_decisions_listed 件}，实施后评估{# 1-3 件}。",
      ]),
    Statement(
      .decisions, ["公众参与", "听取社会意见"], share: 55,
      [
        "围绕水价、征收、公交等民生事项，全年举行听证会{public_hearings_held 场}。",
        "各部门组织召开听证会{public_hearings_held 次}，听取代表意见{# 90-700 条}。",
        "涉及群众切身利益的决策广泛听取意见，{y}年举办听证{public_hearings_held 场次}。",
        "完善听证制度，开展价格、规划等听证会{public_hearings_held 次}，意见采纳情况及时反馈。",
      ]),
    Statement(
      .decisions, ["合法性审查", "严把合法性审查关", "落实合法性审查制度"], share: 85,
      [
        "坚持重大事项不经审查不上会，共对{legality_reviewed_documents 件}政府文件、会议纪要和决策事项进行合法性审查。",
        "{bureau}审查各类涉法事项和政府合同，其中合法性审查文件{legality_reviewed_documents 件}，审查合同{contracts_reviewed 份}。",
        "全年开展合法性审查{legality_reviewed_documents 件次}，{legality_reviewed_documents change}，出具书面意见{# 50-280 份}。",
        "规范政府合同管理，审核政府合同协议{contracts_reviewed 份}，<从源头防范法律风险|避免国有资产流失>。",
        "{y}年合法性审核决策事项{legality_reviewed_documents 项}、审查政府合同{contracts_reviewed 件}，上年审查合同{contracts_reviewed 件 prior}。",
      ]),
    Statement(
      .decisions, ["法律顾问制度", "发挥法律顾问作用"], share: 75, years: 2013...2100,
      [
        "{own}政府聘请法律顾问{government_legal_advisers 名}，全年提供法律意见{legal_adviser_opinions 条}。",
        "法律顾问制度实现全覆盖，{all}各级法律顾问一年来出具法律意见书{legal_adviser_opinions 份}。",
        "选聘{government_legal_advisers 位}律师和专家担任政府法律顾问，参与重大项目谈判{legal_adviser_participations 次}。",
        "法律顾问参与决策、参谋把关，{y}年提出法律意见建议{legal_adviser_opinions 件}，{legal_adviser_opinions change}。",
      ]),
    Statement(
      .decisions, ["公职律师队伍", "培育公职律师"], share: 35, years: 2016...2100,
      [
        "积极发展公职律师，全{own}公职律师达{public_lawyers 名}。",
        "目前共有公职律师{public_lawyers 人 asat}，党政机关公职律师工作<稳步推进|不断加强>。",
        "加大申报力度，截至年末公职律师总数为{public_lawyers 名 asat}，比上年末的{public_lawyers 名 prior}有所增加。",
        "{public_lawyers 名}公职律师活跃在审查、应诉和普法一线。",
      ]),
  ]
}
