/// What a portal's key says about the report. The order of cases within a group is the order of trust.
enum MetadataField: Hashable, Sendable {
  /// The page's own date (发布时间), a bare 日期, the day of its last change, the document's (发文日期), the record's (生成日期).
  case published, dated, updated, issuedOn, generated
  /// The day the document was made (成文日期).
  case signed
  case source, documentNumber, indexNumber
  /// 组配分类 before 主题分类 before all others.
  case category, topicCategory, otherCategory
  case issuer, title, addressee, url
  /// Known, and of no interest: 浏览次数, 字号.
  case ignored
}

/// The keys portals use, spelt without the spaces they may hold.
enum MetadataKeys {
  struct Key: Sendable {
    let name: [Unicode.Scalar]
    let field: MetadataField
  }

  /// Longest first, so that 信息来源 wins over 来源.
  static let all: [Key] = table.flatMap { field, names in
    names.split(separator: " ").map { Key(name: Array($0.unicodeScalars), field: field) }
  }.sorted { ($1.name.count, $0.name.string) < ($0.name.count, $1.name.string) }

  /// The names of all keys, in their order.
  static let names = WordTable(all.map(\.name), .opening)

  /// One bit for each first scalar of a key, by its low 16 bits: nearly all scalars of a text open none.
  private static let openers: BitSet16 = BitSet16(names.keys)

  /// The next place at or after `start` where a key may stand, spaces between its scalars passed over.
  static func first(in text: Scalars, from start: Int, to end: Int) -> Int? {
    let offset = text.startIndex
    let (names, openers) = (names, openers)
    return text.withUnsafeBufferPointer { text in
      for index in (start - offset)..<max(start - offset, end - offset) where openers.contains(text[index]) {
        for key in names.candidates(at: text[index]) where names.end(of: key, at: index, in: text) != nil {
          return offset + index
        }
      }
      return nil
    }
  }

  /// The keys that stand at an index, longest first, with where each ends.
  static func keys(in text: Scalars, at index: Int) -> [(key: Key, end: Int)] {
    let offset = text.startIndex
    return text.withUnsafeBufferPointer { text in
      names.candidates(at: text[index - offset]).compactMap { entry in
        names.end(of: entry, at: index - offset, in: text).map { (all[entry.number], offset + $0) }
      }
    }
  }

  private static let table: [(MetadataField, String)] = [
    (
      .published,
      "发布时间 发布日期 发表时间 发表日期 公开日期 公开时间 信息时间 信息日期 发稿时间 录入时间 添加时间 上传时间 登载时间 公布日期 公布时间 刊登日期 信息公开日期 信息发布日期 信息发布时间 文章发布时间"
    ),
    (.dated, "日期 时间"),
    (.updated, "更新时间 更新日期 最后更新 修改时间"),
    (.issuedOn, "发文日期 发文时间 印发日期 印发时间 制发日期 发布文件日期 颁布日期 颁发日期 制作日期"),
    (.generated, "生成日期 生成时间 产生日期 信息生成日期 创建时间 形成日期"),
    (.signed, "成文日期 成文时间 签发日期 签署日期 落款日期"),
    (.source, "来源 信息来源 文章来源 稿件来源 资料来源 内容来源 新闻来源 发布来源 稿源 供稿 供稿单位"),
    (.documentNumber, "文号 发文字号 文件编号 文件字号 文件号 公文字号 公文号 发文文号 发文号 文件文号 字号"),
    (.indexNumber, "索引号 信息索引号 信息索引 索取号 索引码 公开索引号 索引编号 目录号 信息编号"),
    (.category, "组配分类"),
    (.topicCategory, "主题分类"),
    (.otherCategory, "信息分类 分类 公文种类 文件类型 信息类别 所属类别 体裁分类 信息类型 文种 体裁 题材分类 服务对象分类"),
    (
      .issuer,
      "发文机关 发布机构 发文机构 发文单位 制发机关 制发单位 公开责任部门 责任部门 发布单位 公开主体 发布机关 制作单位 信息发布机构 公开单位 公开机构 信息公开单位 发布部门 公开部门 联合发文单位 发文部门 发布主体 单位名称 主办部门 信息所属单位"
    ),
    (.title, "标题 名称 信息名称 文件名称 公文名称 文件标题 公文标题 信息标题"),
    (.addressee, "主送 主送单位 主送机关"),
    (.url, "原文链接 原文地址 网址 链接地址 在线链接地址 本文链接 文章链接 源地址 原址"),
    (
      .ignored,
      "公开类别 点阅数 点阅次数 点閱數 热度 人气指数 阅览次数 责任部室 浏览次数 浏览量 浏览 点击数 点击率 点击量 点击次数 点击 阅读次数 阅读量 阅读 阅读数 访问次数 访问量 人气 次数 字体 字体大小 字号大小 作者 编辑 责任编辑 责编 编辑人 审核 审核人 初审 复审 终审 校对 编审 签发人 主题词 关键词 关键字 内容概述 内容概览 内容摘要 摘要 内容描述 信息概述 概述 描述 生效日期 生效时间 失效日期 失效时间 废止日期 废止时间 实施日期 施行日期 有效性 时效性 有效期 信息有效性 文件有效性 效力状态 是否有效 文件下载 附件下载 相关附件 附件 公开方式 公开形式 公开范围 公开时限 公开属性 公开程序 公开程度 语种 载体类型 记录形式 载体 保存期限 分享到 分享 打印 视力保护色 视力保护 语音播报 语音朗读 页面功能 收藏 截止时间 截止日期 发布人 上传人 录入人 作者单位 撰稿 摄影 联系电话 联系人 统一登记号 规范性文件编号 登记号 栏目 所属栏目 所属主题 适用人群 政策解读 相关解读 背景色"
    ),
  ]
}
