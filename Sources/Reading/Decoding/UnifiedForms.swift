/// Second code points of ideographs, and the ideograph each of them is.
///
/// They come out of PDF files (⼀ for 一, ⻚ for 页) and out of encodings that count a character twice.
enum UnifiedForms {
  /// Stands in `blocks` for a code point that is no second one or has no ideograph in the same plane.
  static let itself: UInt16 = 0x00B7

  /// The first code point of a block, and the ideographs from there on.
  static let blocks: [(start: Int, ideographs: String)] = [
    // CJK Radicals Supplement, those that are whole characters; Unicode gives them no decomposition.
    (
      0x2E8E,
      """
      兀··············月·母民···········示·竹·········羊···月···\
      ·虎··西见角··贝·车·······长门···青韦页风飞食····马骨鬼鱼鸟·麦黄··齐·齿·龙·\
      ·龟
      """
    ),
    // Kangxi Radicals.
    (
      0x2F00,
      """
      一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾\
      干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生\
      用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷\
      豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
      黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
      """
    ),
    // CJK Compatibility Ideographs.
    (
      0xF900,
      """
      豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓\
      爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北\
      磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊\
      練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉\
      杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒\
      狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀··塚·晴··凞猪益礼神祥福靖精羽·蘒·諸··逸都···飯飼\
      館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹\
      艹著褐視謁謹賓贈辶逸難響頻恵·舘··並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒\
      敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈\
      輸遲醙鉶陼難靖韛響頋頻鬒龜···㮝䀘䀹···齃龎
      """
    ),
  ]
}
