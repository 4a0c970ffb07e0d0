import Markdown

/// Parses and renders one report of about 16 KB, as the site does for every page.
enum MarkdownBenchmark {
  struct Result {
    /// Of one parse and one rendering with ids.
    let medianMicroseconds: Double
    /// Markdown bytes, in millions, a second.
    let megabytesPerSecond: Double
    let bytes: Int
  }

  static func run(rounds: Int = 400) throws -> Result {
    let report = Array(text().utf8)
    let clock = ContinuousClock()
    var output: [UInt8] = []
    var times: [Double] = []
    for _ in 0..<max(1, rounds) {
      output.removeAll(keepingCapacity: true)
      let time = try clock.measure {
        try Document(report).html(into: &output, ids: { "b\($0.number)" }, headingShift: 1)
      }
      times.append(Double(time.components.attoseconds) / 1e12 + Double(time.components.seconds) * 1e6)
    }
    let median = times.sorted()[times.count / 2]
    return Result(
      medianMicroseconds: median, megabytesPerSecond: Double(report.count) / median, bytes: report.count)
  }

  /// Headings, paragraphs with figures, a list and a table, repeated to the size of a usual report.
  private static func text() -> String {
    var text = "# 某某市2023年度依法行政情况汇总\n\n"
    for (number, numeral) in ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"].enumerated() {
      text += """
        ## \(numeral)、本部分的小标题

        ### （一）制度与清单

        这一年里，各单位按照清单逐项核对职权，新增\(number + 3)项、取消\(number * 2)项，合并办理环节\(number + 11)处，平均等候时间缩短为\(number + 2).5个工作日。《行政处罚法》修订之后，**相关流程**一并改写，窗口人员完成轮训1,\(number)20人次。

        ### （二）案件与文书

        收到复议申请\(number * 37 + 105)件，受理\(number * 31 + 90)件，办结\(number * 30 + 80)件，其中纠错比例为\(number + 4).6%；应诉案件\(number * 12 + 40)件，负责人到庭率达到9\(number).2%。文书抽查分两轮进行，发现瑕疵\(number + 6)处，均已改正并通报，详见[附表](table.html#t\(number))。

        - 第一轮抽查卷宗\(number * 5 + 60)册，评为合格的\(number * 5 + 55)册
        - 第二轮抽查卷宗\(number * 4 + 50)册，评为合格的\(number * 4 + 48)册

        | 类别 | 件数 | 同比 |
        |:-----|-----:|-----:|
        | 处罚 | \(number * 100 + 321) | +5.\(number)% |
        | 许可 | \(number * 210 + 654) | -1.\(number)% |

        ### （三）不足与打算

        个别单位仍有重结果、轻程序的习惯，基层力量同任务相比偏弱，部分文件未按期清理。下一步将补齐人员，把审核关口前移，并对逾期事项按月提醒、按季公布。
        从全年走势看，上半年案件集中在城市管理与市场监管两个领域，下半年则以劳动保障和自然资源居多。针对反复出现的同类问题，牵头部门先后召开碰头会\(number + 8)次，形成处理意见\(number + 14)条，逐条落实到科室和责任人，年底前完成回头看，未发现反弹。群众满意度抽样得分为9\(number).3分，比上年提高1.\(number)分。

        以上情况由\(number + 20)个单位共同核实，数据截至当年十二月三十一日。


        """
    }
    return text
  }
}
