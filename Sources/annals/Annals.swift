import ArgumentParser

@main
struct Annals: ParsableCommand {}
