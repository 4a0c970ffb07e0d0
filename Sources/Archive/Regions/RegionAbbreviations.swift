/// One-character names of provinces and cities, as document numbers (豫政〔2020〕3号) and plates use them.
public enum RegionAbbreviations {
  /// The province's code for its abbreviation; several characters may stand for one province.
  public static let provinces: [Unicode.Scalar: Int] = [
    "京": 110000, "津": 120000, "冀": 130000, "晋": 140000, "蒙": 150000, "内": 150000, "辽": 210000, "吉": 220000,
    "黑": 230000, "沪": 310000, "苏": 320000, "浙": 330000, "皖": 340000, "闽": 350000, "赣": 360000, "鲁": 370000,
    "豫": 410000, "鄂": 420000, "湘": 430000, "粤": 440000, "桂": 450000, "琼": 460000, "渝": 500000, "川": 510000,
    "蜀": 510000, "贵": 520000, "黔": 520000, "云": 530000, "滇": 530000, "藏": 540000, "陕": 610000, "秦": 610000,
    "甘": 620000, "陇": 620000, "青": 630000, "宁": 640000, "新": 650000, "台": 710000, "港": 810000, "澳": 820000,
  ]

  /// Cities whose abbreviation is not a character of their name, or one shared with a province.
  public static let cities: [Unicode.Scalar: [Int]] = [
    "宁": [320100], "青": [370200], "新": [410700], "汴": [410200], "穗": [440100], "榕": [350100],
    "蓉": [510100], "甬": [330200], "筑": [520100], "并": [140100], "锡": [320200], "通": [320600], "连": [320700],
    "邕": [450100], "鹏": [440300], "莞": [441900], "禅": [440600], "婺": [330700], "鹿": [450200], "邯": [130400],
  ]

  /// Cities that use 府 where their province uses 政: 苏府 is Suzhou, 内府 Neijiang.
  public static let citiesWithFu: [Unicode.Scalar: [Int]] = [
    "苏": [320500], "内": [511000], "吉": [360800], "辽": [220400], "云": [445300], "甘": [513300], "鄂": [150600],
    "晋": [140500],
  ]
}
