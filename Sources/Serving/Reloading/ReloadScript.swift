/// The script in served pages: listens for builds, reloads a page that has changed, shows why a build failed.
///
/// A classic script of its own file, so that pages which allow no inline script stay as strict as they are.
enum ReloadScript {
  /// Reserved: no page of a site stands in this folder.
  static let folder = "_annals"
  static let name = "reload.js"
  static let events = "events"
  static let address = "/\(folder)/\(name)"

  /// The tag of a page with the script in it, never that of the bare file.
  static func tag(_ validator: String) -> String { "\"\(validator)-r\"" }

  static let source = #"""
    (function () {
      "use strict";
      var version = document.currentScript.getAttribute("data-version");
      var quoted = '"' + version + '"';
      var key = "annals-place:" + location.pathname;
      var source = null, timer = null, panel = null;

      // Storage may be switched off; then the browser's own memory of the place has to do.
      function remember(value) { try { sessionStorage.setItem(key, JSON.stringify(value)); } catch (error) {} }
      function recall() {
        try { return JSON.parse(sessionStorage.getItem(key)); } catch (error) { return null; }
      }
      function forget() { try { sessionStorage.removeItem(key); } catch (error) {} }

      var last = recall();
      forget();
      // A reader who comes back much later starts where the browser says.
      if (last && Date.now() - last.time < 10000) {
        history.scrollRestoration = "manual";
        document.querySelectorAll("details").forEach(function (part, index) {
          if (index in last.open) part.open = last.open[index];
        });
        var restore = function () { scrollTo({ left: last.x, top: last.y, behavior: "instant" }); };
        restore();
        addEventListener("load", function () {
          restore();
          // After the load a browser may still go to the address's fragment.
          setTimeout(function () { restore(); history.scrollRestoration = "auto"; }, 0);
        });
      }

      function reload(target) {
        // A page that comes out the same again is not asked for again at once.
        if (last && last.target === target && Date.now() - last.time < 2000) return;
        var open = Array.prototype.map.call(document.querySelectorAll("details"), function (part) {
          return part.open;
        });
        remember({ x: scrollX, y: scrollY, open: open, time: Date.now(), target: target });
        disconnect();
        location.reload();
      }

      function uses(paths) {
        var changed = {};
        paths.forEach(function (path) { changed["/" + path] = true; });
        var parts = document.querySelectorAll(
          "link[rel~=stylesheet],link[rel~=icon],script[src],img[src],source[src],object[data]");
        return Array.prototype.some.call(parts, function (part) {
          var address = new URL(part.href || part.src || part.data, location.href);
          var path = address.pathname;
          try { path = decodeURIComponent(path); } catch (error) {}
          return address.origin === location.origin && changed[path] === true;
        });
      }

      function check(state) {
        if (state.more || uses(state.changed)) return reload("build " + state.build);
        fetch(location.pathname + location.search, { method: "HEAD", cache: "no-store" }).then(function (answer) {
          var now = answer.headers.get("ETag");
          if (now && now !== quoted) reload(now);
        }, function () {});
      }

      function show(message) {
        if (message === null) {
          if (panel) panel.remove();
          panel = null;
          return;
        }
        if (!panel) {
          panel = document.createElement("div");
          panel.id = "annals-failure";
          panel.lang = "en";
          panel.setAttribute("role", "alert");
          panel.style.cssText = "position:fixed;inset:auto 0 0 0;z-index:2147483647;max-height:45vh;overflow:auto;" +
            "margin:0;padding:12px 16px;background:#3b0d0d;color:#fff;border-top:4px solid #e5484d;text-align:left;" +
            "font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere";
          document.body.appendChild(panel);
        }
        panel.textContent = "The build failed; this page is from the last good one.\n\n" + message;
      }

      function connect() {
        clearTimeout(timer);
        if (source || document.visibilityState === "hidden") return;
        source = new EventSource("/_annals/events");
        source.addEventListener("state", function (event) {
          var state = JSON.parse(event.data);
          show(state.failure);
          check(state);
        });
        // Browsers try again by themselves, but not after every kind of failure.
        source.onerror = function () {
          if (source && source.readyState === EventSource.CLOSED) {
            disconnect();
            timer = setTimeout(connect, 1000);
          }
        };
      }

      function disconnect() {
        clearTimeout(timer);
        if (source) source.close();
        source = null;
      }

      // A browser opens six connections to a server: pages nobody sees leave theirs to others.
      document.addEventListener("visibilitychange", function () {
        if (document.visibilityState === "hidden") disconnect(); else connect();
      });
      addEventListener("pagehide", disconnect);
      addEventListener("pageshow", connect);
      connect();
    })();

    """#
}
