/// Characters that tell Chinese from bytes read in the wrong encoding; Simplified only, so fold first.
enum CommonCharacters {
  /// By scalar of the Basic Multilingual Plane: 3 for the few hundred that make up most of any official text, 1
  /// for the 3,755 of GB 2312's first level (rows B0 to D7), -1 for all others.
  static let weights: [Int8] = {
    var weights = [Int8](repeating: -1, count: 1 << 16)
    for lead in UInt8(0xB0)...0xD7 {
      for trail in UInt8(0xA1)...0xFE {
        guard let index = LegacyTables.gb18030Pair(lead, trail) else { continue }
        weights[Int(LegacyTables.gb18030Pairs[index] & 0xFFFF)] = 1
      }
    }
    for unit in commonest.utf16 { weights[Int(unit)] = 3 }
    return weights
  }()

  private static let commonest =
    """
    一七万三上下不与专且世业东两个中为主么义之九也习乡书了争事二于五些交产人亿什今从他代令以们仲件任伍优会传估但位住体何作你\
    使例依便保信修候做健像儿先光克党入全八公六共关其内再军农决几出分切划则创利别到制前力办加务动助化北区十千协单南卫印即却厅\
    原去县又及反发取受变口只可号司各合同名后向听告员命和品商善四回因围国在地场坚城培基境声处备复外多够大天太头女她好如委子字\
    存学它安完宗定实审宣宪家察对导将小少尔就局届展履山州工己已市布师带常干平年并广应府废度建开式引张强当形彻很律得德心必快态\
    思急性总息情想意感成我或战房所手才扎打扣执批把护报拉持指据接控推提援改放政效教数文斯新方旅族无日时明是显普更最月有服望期\
    本术机权村条来构林果查样核格案检次止正此步死比民气水求没治法活浏海深清游源点然照物特王环现理生用由电界疫白百的监目直相盾\
    省看真眼着督矛知确示社神种科称程税稳空突立站章笔第等管类精系索紧纠纷组织经结绕给统继续维综网置美老考者而职育能自至色范药\
    营落著行街表被裁西要见观规览觉解计订认让训议记许论讼设访证评识诉试话该说调象财责质贯资走起足路身边达过运近还这进送透通道\
    那部都里重量金镇长门闭问间队防院难零非面革页顾领题食首马高
    """
}
