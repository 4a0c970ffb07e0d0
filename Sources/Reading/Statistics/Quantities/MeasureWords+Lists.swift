extension MeasureWords {
  /// A line is words, then behind a colon what must not follow them.
  static let lists: [(sort: Sort, lines: String)] = [
    (.count, acts), (.count, people), (.count, papers), (.count, things), (.count, nouns), (.amount, amounts),
    (.duration, durations), (.rate, "% ‰ 倍\n成:立 功 果 为 员 效 交 熟 本 长 都 人 绩 品 份"),
    (.points, "个百分点 百分点"),
  ]

  /// Cases, matters and occasions.
  private static let acts = """
    件:套
    宗:旨 教
    起:草 实施 施行 执行 开始 到 步 底 点 诉至 诉书 作 着 至 重 来 源
    件次 宗次 起次 人次 人/次 户次 家次 场次 台次 辆次 车次 班次 批次 轮次 艘次 架次 条次 点次 项次 例次 份次 频次 趟次 课次 处次 期次
    次:于 要 数 生 序 级
    期:间 限 末 望 盼 满 待
    场:所 景 馆 地 面
    项
    子项 小项 大项
    例:如 外 会 行 子
    批:准 复 评 示 办 量 改 判
    轮:训 岗 值 流 换 候
    届次 趟 遍 桩
    遍:布 及
    回:复 应 访 头 避 归
    单:位 独 一 行 项 元 纯 列 方
    票:据
    """

  private static let people = """
    人:民 均收 均可 均预 社局 社部 社系 事局 事部 数 权 身损 身安 才 大代表 大常委 大及 力资源 工智能 居环境 防
    人份
    名:单 称 录 义 誉 列 词
    家:庭 长 属 园 访 电 乡 禽
    户:外 籍 口 主
    位:于 居 列 置 次 数
    对:外 接 照 其 比 于 全 各 不 已 未 违 企 行 重 涉 群 市 区 县
    组:织 成 建 长 合 件
    班:子 级 主任
    支:持 部 撑 付 出 行 援 配 农
    """

  private static let papers = """
    条:例 款 件 理
    份:额
    篇:章 幅
    部:署 分 委 队 长 级 属 位
    卷:入
    册 首 则 段 幅次
    首:次 批 个 先 要 都 位 问 接 违
    幅:度
    张:贴 榜 家 扬
    本:级 市 县 区 省 镇 乡 年 院 次 着 地 局 部 身 科 单位 辖 土 报告
    笔:录 试
    封:闭 控 存 锁 顶 山
    讲:座 话 解 述 堂 法 好
    节:约 省 假 能 点 俗 目
    课:题 程 件 堂
    课时 学时 堂
    通:过 知 报 道 信 用 告 办 行 车 讯
    道:路 德 理 歉
    字:符
    """

  private static let things = """
    个:人信息 人隐私 人所得 体工商 体户 体经 性 别
    台:账 湾 风
    处:理 罚 置 级 于 在 分 以 长 室 事 境 方
    所:有 以 在 属 需 涉 辖 列 示 谓 得 致 长
    类:型 别 似 推
    种:植 子 养 类 业
    大类 小类 门类 套 艘 枚 株 棵 栋 幢 座 盏 辆 架 桶 瓶 袋 箱 盒 匹 股
    门:户 槛 类 口 牌
    口:头 岸 碑 径
    只:要 有 能 是 需 进 跑 登
    头:条 脑 等
    面:向 对 积 临 貌 试 签 广
    块:状
    片:区 面
    间:接 隔 断 的 距
    档:案 次
    """

  /// Nouns that reports count without a measure word: 等4部门, 28单位.
  private static let nouns = """
    部门 方面 单位 领域 环节 板块 街道 乡镇 镇街 社区 县市 县区 窗口 网格 岗位 点位 车道 床位 车位
    大领域 大行业 大系统 大板块 大场景 大任务 大举措 大行动 大重点 大专项 大方面
    """

  private static let amounts = """
    元:旦 素 宵 件 年 月 化 首 老
    美元 港元 欧元 日元 块钱
    平方公里 平方千米 平方米 平方厘米 平米 立方米 公顷 亩 ㎡ m² ㎞ km 亩次
    公里 千米 厘米 毫米 延米 海里 米 吨 公吨 千克 公斤 斤 毫升 千瓦时 千瓦 兆瓦 千伏安 GB TB
    克:服 难 己
    升:级 至 到 格 高 学 值 降 温 旗 任
    """

  private static let durations = """
    个工作日 工作日 个自然日 自然日 个日历日 个小时 小时 分钟 秒钟 秒 个月 个季度 个学期 学期 个星期 星期
    天:然 气 下 津 水 河 府 网 平
    周:年 边 岁 期 转 到 密
    """
}
