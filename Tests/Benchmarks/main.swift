import Glibc

/// Medians of the parts that every report and every page goes through, on the machine it runs on.
///
/// `bench [ROOT]`: the repository, for the vocabulary that decoding folds with; the current folder by default.
let root = CommandLine.arguments.dropFirst().first ?? "."

func line(_ name: String, _ figure: String) {
  print("| \(name) | \(figure) |")
}

func machine() -> String {
  let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
  let pages = sysconf(Int32(_SC_PHYS_PAGES))
  let gigabytes = pages * sysconf(Int32(_SC_PAGESIZE)) / (1 << 30)
  return "\(cores) cores, \(gigabytes) GiB"
}

func rounded(_ number: Double) -> String {
  let tenths = Int(number * 10 + 0.5)
  return "\(tenths / 10).\(tenths % 10)"
}

print("Medians on \(machine()), release build\n")
print("| what | figure |")
print("| --- | --- |")
do {
  let page = try TemplateBenchmark.run()
  line(
    "template: page of \(page.pageBytes) bytes with 80 rows, values built through its schema",
    "\(rounded(page.median)) µs")
  let markdown = try MarkdownBenchmark.run()
  line(
    "Markdown: parse and HTML of a report of \(markdown.bytes) bytes",
    "\(rounded(markdown.medianMicroseconds)) µs, \(rounded(markdown.megabytesPerSecond)) MB/s")
  line(
    "decoding: UTF-8 with folding", "\(rounded(try DecodingBenchmark.megabytesPerSecond(root: root))) MB/s")
  let found = try ExtractionBenchmark.run(root: root)
  let invented = "\(found.reports) invented reports, \(found.bytes / found.reports) bytes each, one core"
  line("numbers and their metrics: \(invented)", "\(rounded(found.numbers)) MB/s")
  line("numbers, metrics, citations, topics and checks: \(invented)", "\(rounded(found.finders)) MB/s")
  line("reading whole, from the file's bytes: \(invented)", "\(rounded(found.reading)) MB/s")
  for (name, share) in [
    ("quantities", found.quantities), ("metrics", found.metrics), ("citations", found.citations),
  ] {
    line(
      "\(name) against the ground truth",
      "precision \(rounded(share.precision))%, recall \(rounded(share.recall))%")
  }
} catch {
  let message = Array(
    "bench: error: \(error); run it in the repository, or name the repository's folder\n".utf8)
  _ = write(2, message, message.count)
  exit(1)
}
