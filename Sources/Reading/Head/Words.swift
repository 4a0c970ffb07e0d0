/// The vocabulary of portals and of reports' heads, in Simplified.
enum Words {
  /// What such a report is about.
  static let subject: WordList =
    "法治政府 依法行政 法治建设 依法治省 依法治市 依法治区 依法治县 依法治州 依法治旗 依法治镇 依法治乡 依法治街 依法治盟 依法治疆 依法治桂 依法治港 法制建设 法制政府 法治工作 法制工作 法治社会 述法"
  /// What such a document is called.
  static let kind: WordList = "报告 总结 汇报 情况 公告 年报 综述 自查报告 述职报告 情况说明"
  /// A heading of the portal's, not a title of the report.
  static let transmittal: WordList = "上报 报送 呈报 转发 印发 公示 公布"
  /// Bodies that report or are reported to; each ends a name.
  static let bodyEnding: WordList =
    "人民政府 政府 委员会 管委会 管理委员会 办事处 党工委 工委 党委 党组 省委 市委 区委 县委 州委 旗委 盟委 镇委 乡委 自治区委 自治州委 自治县委 办公室 局 厅 院 中心 领导小组 行政公署 行署 公署 分局 支队 大队 总队 镇 乡 街道 集团 公司 学校 大学 区管委 委 部 所 站 办 开发区 园区 示范区 高新区 新区"
  /// Breadcrumbs.
  static let trail: WordList = "当前位置 您的位置 你的位置 所在位置 现在位置 您现在 目前位置 您所在 当前栏目 你现在的位置"
  /// Interface words: each marks a short line as a widget or a navigation bar.
  static let widget: WordList =
    "字体 字号 打印 分享 收藏 朗读 语音 播报 倍速 语速 无障碍 关怀版 长者 适老 简体 繁体 登录 注册 注销 搜索 浏览次数 浏览量 访问量 扫一扫 扫码 二维码 微信 微博 浏览器 客户端 首页 网站地图 联系我们 设为首页 加入收藏 返回 关闭 上一篇 下一篇 我要纠错 纠错 手机版 放大 缩小 今天是 欢迎您 欢迎访问 点击右上角 RSS 邮箱 English 站内 导航 高级搜索 政务邮箱 背景色 跳转 视力保护 保护视力 听全文 全文朗读 听报告 读屏 辅助 互动交流 办事服务 政务公开 信息公开 新闻中心 政务服务 走进 概况 专题专栏 领导之窗 机构设置 热点专题 公告公示 网上办事 公众参与 便民服务 数据开放 政民互动 政府信息公开"
  /// Controls of a page: one is enough to know a line between paragraphs for what it is.
  static let control: WordList =
    "字体 字号 打印本页 分享到 扫一扫 语音播报 浏览次数 点击数 全文朗读 【打印 [打印 当前位置 您的位置 首页"
  /// Footers: one of these opens the page's end.
  static let footer: WordList =
    "上一篇 下一篇 上一条 下一条 打印本页 关闭窗口 关闭本页 打印】 版权所有 主办单位 承办单位 主办: 承办: 主管: 网站标识码 标识码 ICP备 ICP证 公网安备 技术支持 分享到 扫一扫 责任编辑 责编: 编辑: 审核: 校对: 附件下载 相关链接 相关文章 相关阅读 相关新闻 相关文档 相关信息 相关附件 网站地图 联系我们 友情链接 您是第 访问量 浏览次数 Copyright copyright COPYRIGHT Produced 网站备案 备案号 备案编号 备案序号 网站支持 您访问的 设为首页 加入收藏 政府网站找错 找错 党政机关 返回顶部 TOP 邮编 邮政编码 扫描二维码 【关闭 [关闭 【字体 字体: 【打印 [打印 分享: 纠错 主办 承办 运维 维护单位 建议使用 隐私声明 网站声明 本网站 本站 免责声明 法律声明 您的位置 当前位置 网站首页 热点推荐 推荐阅读 热门 信息来源: 来源: 文章来源: 稿件来源: 作者: 供稿 微信公众号 手机版 电子邮箱 联系电话 传真 热线电话"
  /// Openers of a line that addresses somebody.
  static let addressed: WordList = "委 政府 人大 办公室 局 厅 部门 单位 领导小组 常委会 人大常委会 机关 国务院 中央 各 会议 同志 代表 委员 小组 公署"
}

extension Words {
  /// No report says these of itself, wherever in the line they stand.
  static let strongFooter: WordList =
    "ICP备 ICP证 公网安备 版权所有 网站标识码 上一篇 下一篇 Produced Copyright COPYRIGHT copyright 您是第 技术支持: 最佳浏览 网站备案 建议使用IE 分享到: 关闭窗口 打印本页 设为首页 加入收藏 扫一扫"
}

extension Words {
  /// 现将有关情况报告如下: ends a sentence; it greets nobody.
  static let announcing: WordList = "如下 方面 工作 问题 措施 情况 成效 做法 不足 打算 为"
  static let asFollows: WordList = "如下: 如下。 如下"
  /// Lines behind a signature that belong to the document but not to its text.
  static let appendix: WordList = "附件 附: 附表 抄送 (此件 此件 (联系人 联系人"
  static let attachment: WordList = "附件 附:"
  /// The same, and remarks of whoever kept the text.
  static let remark: WordList = "附件 附: 附表 抄送 抄报 抄 ( 注 说明 * 本文 备注 编者 主题词 联系人 分送"
  static let titlePart: WordList = "关于 年度 法治 依法"
  /// What stands in a title behind the name of the body that reports.
  static let titleOpening: WordList = "关于 年度 法治 依法 推进 落实 贯彻 全面 法制 本年度 深入 开展 加强 《"
  static let partyOrgan: WordList = "委 党委 党工委 工委 党组 工作委员会"
  static let commission: WordList = "管委 健康委 改革委"
  static let report: WordList = "报告 总结 汇报"
  /// Documents about reports that are none.
  static let otherKind: WordList = "关于印发 关于转发 关于报送 关于上报 解读 公告 通知 要点 计划 方案"
  static let governmentName: WordList = "政府 省 市 区 县 州 旗 盟 省委 市委 区委 县委"
  static let governmentOrgan: WordList = "人民政府 市委 区委 县委 省委"
}
