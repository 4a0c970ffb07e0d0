import CMarkGFM

/// The version of the Markdown library in use: another may write other HTML.
public enum LibraryVersion {
  public static let text = String(cString: cmark_version_string())
}
