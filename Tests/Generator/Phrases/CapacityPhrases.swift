extension Statement {
  static let leadership: [Statement] = [
    Statement(
      .leadership, ["专题研究法治工作", "加强组织领导", "高位推动法治建设"], share: 85,
      [
        "{own}政府常务会议专题研究法治政府建设工作{rule_of_law_meetings 次}。",
        "一年来，{own}政府主要负责人主持召开常务会议{rule_of_law_meetings 次}研究依法行政重大问题。",
        "{y}年召开依法治{own}委员会会议{rule_of_law_meetings 次}，协调解决重点难点问题{# 6-40 个}。",
        "常务会议听取法治工作汇报，全年专题会议{rule_of_law_meetings 次}研究部署依法行政，<做到与经济社会发展同部署|层层传导压力>。",
      ]),
    Statement(
      .leadership, ["考核评价", "强化考核引领"], share: 45,
      [
        "将依法行政纳入绩效考核，考核{own}直部门{# 28-56 个}和乡镇街道{# 8-30 个}。",
        "对{# 20-60 个}单位开展法治建设考评，评出先进单位{# 5-15 个}。",
        "组织{# 12-60 名}单位主要负责人述法，现场点评{# 4-20 人}。",
        "完善评价指标，以{# 3-8 个}示范单位带动整体提升。",
      ]),
  ]

  static let capacity: [Statement] = [
    Statement(
      .capacity, ["领导干部学法", "抓住关键少数", "落实会前学法制度"], share: 85,
      [
        "坚持常务会议会前学法，全年{own}政府常务会议学法{leaders_law_study_sessions 次}，学习了{cite law}等法律法规。",
        "落实领导干部学法制度，组织政府领导班子集体学法{leaders_law_study_sessions 次}。",
        "{y}年{own}委理论学习中心组和政府常务会议安排法治专题学习{leaders_law_study_sessions 次}，第一责任人带头领学。",
        "举办领导干部学法讲坛，带头学习{cite law}，集体学法{leaders_law_study_sessions 场次}。",
      ]),
    Statement(
      .capacity, ["法治培训", "提升执法人员素质", "加强业务培训"], share: 80,
      [
        "举办依法行政和执法业务培训班{training_sessions 期}，培训{trained_people 人次}。",
        "全年组织各类法治培训{training_sessions 场}，组织单位{# 20-60 家}，共培训{trained_people 人次}，{trained_people change}。",
        "分级分类开展轮训，{y}年培训行政执法人员{trained_people 人次}。",
        "开设法治专题培训班{training_sessions 期}，<切实提高依法办事能力|增强法治思维>，{y+1}年计划举办{training_sessions 期 target}。",
      ]),
    Statement(
      .capacity, ["宪法宣誓", "弘扬宪法精神"], share: 35, years: 2016...2100,
      [
        "组织新任命人员宪法宣誓{constitution_oaths 场}。",
        "全年举行宪法宣誓仪式{constitution_oaths 次}，增强公职人员宪法意识。",
        "落实宣誓制度，开展宪法宣誓活动{constitution_oaths 场次}，参加人员{# 20-180 名}。",
        "{y}年{own}政府及各部门举行宪法宣誓{constitution_oaths 场}。",
      ]),
  ]

  static let publicity: [Statement] = [
    Statement(
      .publicity, ["深入开展普法宣传", "落实普法责任制", "法治宣传教育"], share: 88,
      [
        "落实谁执法谁普法责任制，开展普法活动{publicity_events 场次}，发放宣传资料{publicity_materials 份}。",
        "全年组织法治宣传活动{publicity_events 场}，受众{publicity_audience 人次}。",
        "围绕宪法、民法等主题，各单位举办法治宣传{publicity_events 场}，{publicity_events change}，散发宣传手册{publicity_materials 册}。",
        "{y}年印发普法宣传材料{publicity_materials 份}，开展集中宣传活动{publicity_events 次}，参与群众{publicity_audience 人次}。",
        "送法进村、进企、进校，共开展法治宣传教育活动{publicity_events 场次}，营造了浓厚氛围。",
      ]),
    Statement(
      .publicity, ["法治讲座", "以案释法"], share: 50,
      [
        "普法讲师团举办法治讲座{law_lectures_sessions 场}。",
        "{y}年组织法治宣讲{law_lectures_sessions 场次}，覆盖机关、学校和企业。",
        "深入基层开展专题讲座{law_lectures_sessions 期}，<群众听得懂、用得上|讲身边事、说身边法>。",
        "法治副校长进校园宣讲{law_lectures_sessions 堂}，配备法治副校长{# 40-220 名}。",
      ]),
    Statement(
      .publicity, ["法律明白人培养", "乡村法治人才"], share: 55, years: 2018...2100,
      [
        "实施乡村法律明白人培养工程，{all}共有法律明白人{legal_literate_villagers 名}。",
        "累计培育法律明白人{legal_literate_villagers 名 total}，每村都有骨干力量。",
        "截至{y}年底，法律明白人达到{legal_literate_villagers 人 asat}，{legal_literate_villagers change}。",
        "持证上岗的{legal_literate_villagers 名}法律明白人成为乡村治理的生力军。",
      ]),
    Statement(
      .publicity, ["民主法治示范创建", "基层法治创建"], share: 45, years: 2008...2100,
      [
        "创建民主法治示范村（社区）{democratic_rule_villages 个}，其中国家级{# 1-4 个}。",
        "目前建成民主法治示范村{democratic_rule_villages 个 asat}，建设法治文化阵地{# 20-180 处}。",
        "以创建促治理，累计有{democratic_rule_villages 个 total}民主法治示范村（社区）通过验收。",
        "{y}年复核民主法治示范村，保留称号的民主法治示范村{democratic_rule_villages 个}。",
      ]),
  ]
}
