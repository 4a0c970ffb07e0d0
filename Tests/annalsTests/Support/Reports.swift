/// Small reports in words of our own.
enum Reports {
  static func text(_ place: String, _ year: Int, head: String = "") -> String {
    """
    \(place)\(year)年度法治政府建设情况报告

    来源：\(place)司法局　发布时间：\(year + 1)-03-20

    \(head)\(year)年，本地按照上级部署推进法治政府建设，各项任务按时做完。

    一、主要工作

    （一）学习培训。全年举办法治讲座12场。

    （二）行政执法。全年办结行政处罚案件35件，没有被复议机关撤销的。

    二、存在的不足

    个别单位的执法文书写得不够规范，还要改进。

    """
  }

  /// Two that have their pages whatever stands beside them.
  static let good = [
    "shunhe.txt": text("开封市顺河回族区", 2021),
    "河南/郑州.txt": text("郑州市", 2020),
  ]

  /// Pages of `good`.
  static let goodPages = ["reports/410100-2020.html", "reports/410203-2021.html"]
}
