// Adds to pages that are whole without it: sorting, filtering, the current section, copying. No network, no
// storage. A classic script, because modules do not load from a folder. Its words stand in data attributes of
// the body, in the page's language.
(function () {
  "use strict";

  var words = document.body.dataset;
  var language = document.documentElement.lang || "zh-Hans";

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  function make(name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  var said = make("div", "said");
  said.setAttribute("role", "status");
  document.body.appendChild(said);
  var silence = 0;

  function say(text) {
    said.textContent = text;
    clearTimeout(silence);
    silence = setTimeout(function () { said.textContent = ""; }, 2500);
  }

  // Tables

  var order = new Intl.Collator(language, { numeric: true });

  // What a cell sorts by: a date, a number (signs for "about" and "at least" aside) or its text; null when empty.
  function key(cell) {
    if (!cell) return null;
    var time = cell.querySelector("time[datetime]");
    if (time) return time.getAttribute("datetime");
    var link = cell.querySelector("a");
    var text = (cell.classList.contains("num") && link ? link : cell).textContent.trim();
    if (text === "" || text === "·" || text === "–") return null;
    var number = /^(?:[约約≥≤≈]|about )?\s*(-?[\d,\s]*\.?\d+)/.exec(text);
    if (number && !/^\d{4}-\d\d/.test(text)) return parseFloat(number[1].replace(/[,\s]/g, ""));
    return text;
  }

  function compare(a, b) {
    if (typeof a === "number" && typeof b === "number") return a - b;
    if (typeof a === typeof b) return order.compare(a, b);
    return typeof a === "number" ? -1 : 1;
  }

  function sort(table, column, direction) {
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows);
    rows.forEach(function (row, index) { if (row.place === undefined) row.place = index; });
    var keyed = rows.map(function (row) { return { row: row, key: direction ? key(row.cells[column]) : null }; });
    keyed.sort(function (a, b) {
      if (!direction) return a.row.place - b.row.place;
      // What is not there stands last whichever way round.
      if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.row.place - b.row.place;
      return direction * compare(a.key, b.key) || a.row.place - b.row.place;
    });
    var fragment = document.createDocumentFragment();
    keyed.forEach(function (entry) { fragment.appendChild(entry.row); });
    body.appendChild(fragment);
  }

  function makeSortable(table) {
    var heads = table.tHead ? Array.prototype.slice.call(table.tHead.rows[0].cells) : [];
    if (!table.tBodies[0] || table.tBodies[0].rows.length < 3) return;
    heads.forEach(function (head, column) {
      // Charts and lists in cells have no order.
      if (table.tBodies[0].querySelector("td:nth-child(" + (column + 1) + ") :is(svg, ul)")) return;
      var button = make("button", "sort");
      button.type = "button";
      var link = head.querySelector("a");
      if (link) {
        button.setAttribute("aria-label", words.sort + " " + head.textContent.trim());
        head.appendChild(button);
      } else {
        while (head.firstChild) button.appendChild(head.firstChild);
        button.title = words.sort;
        head.appendChild(button);
      }
      button.addEventListener("click", function () {
        var now = head.getAttribute("aria-sort");
        // Numbers and dates are looked at from the top first; the third click restores the page's own order.
        var isDownFirst = column > 0;
        var next = !now ? (isDownFirst ? "descending" : "ascending")
          : now === (isDownFirst ? "descending" : "ascending") ? (isDownFirst ? "ascending" : "descending") : null;
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        if (next) head.setAttribute("aria-sort", next);
        sort(table, column, next === "ascending" ? 1 : next === "descending" ? -1 : 0);
      });
    });
  }

  // Lists and tables marked `data-filter`: its value is the field's label. Items are rows, list entries, articles.

  var itemSelector = "tbody > tr, .entries > li, .counts > li, .names > li, article";
  var leastItems = 12;

  function makeFilterable(place, number) {
    var items = all(itemSelector, place).filter(function (item) { return !item.parentElement.closest("article"); });
    if (items.length < leastItems) return;
    var texts = items.map(function (item) { return item.textContent.toLowerCase(); });
    var groups = all("section", place);
    var form = make("div", "filter");
    form.setAttribute("role", "group");
    form.setAttribute("aria-label", place.dataset.filter);
    var label = make("label", "", place.dataset.filter);
    var input = make("input");
    input.type = "search";
    input.id = "filter" + number;
    input.autocomplete = "off";
    label.htmlFor = input.id;
    var count = make("span", "count");
    count.setAttribute("role", "status");
    [label, input, count].forEach(function (part) { form.appendChild(part); });
    var head = place.querySelector(":scope > h2, :scope > summary");
    place.insertBefore(form, head ? head.nextSibling : place.firstChild);
    input.addEventListener("input", function () {
      var wanted = input.value.trim().toLowerCase().split(/\s+/);
      var shown = 0;
      items.forEach(function (item, index) {
        var fits = wanted.every(function (word) { return texts[index].indexOf(word) >= 0; });
        item.hidden = !fits;
        if (fits) shown += 1;
      });
      groups.forEach(function (group) {
        var own = all(itemSelector, group);
        group.hidden = own.length > 0 && own.every(function (item) { return item.hidden; });
      });
      count.textContent = input.value.trim() ? shown + " / " + items.length : "";
    });
  }

  // The section that is being read, marked in the list of contents

  function followSections(list) {
    var links = all("li > a:first-child", list);
    var marks = links.map(function (link) {
      return document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
    });
    var current = null;
    var waiting = false;

    function update() {
      waiting = false;
      var best = -1;
      var top = -Infinity;
      marks.forEach(function (mark, index) {
        if (!mark) return;
        var y = mark.getBoundingClientRect().top;
        if (y < 120 && y >= top) { best = index; top = y; }
      });
      // The last section may be too short ever to reach the top.
      if (best >= 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 2) best = marks.length - 1;
      var link = best < 0 ? null : links[best];
      if (link === current) return;
      if (current) current.removeAttribute("aria-current");
      current = link;
      if (!link) return;
      link.setAttribute("aria-current", "true");
      var box = link.getBoundingClientRect();
      var frame = list.getBoundingClientRect();
      if (list.scrollHeight > list.clientHeight && (box.top < frame.top || box.bottom > frame.bottom)) {
        list.scrollTop += box.top - frame.top - frame.height / 3;
      }
    }

    function soon() {
      if (!waiting) { waiting = true; requestAnimationFrame(update); }
    }
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    update();
  }

  // Copying: an element marked `data-copy` (the button's label) gives its text, a permalink its address

  function copy(text) {
    function fallBack() {
      var area = make("textarea");
      area.value = text;
      area.className = "visually-hidden";
      document.body.appendChild(area);
      area.select();
      var done = document.execCommand("copy");
      area.remove();
      say(done ? words.copied : words.uncopied);
    }
    if (!navigator.clipboard) return fallBack();
    navigator.clipboard.writeText(text).then(function () { say(words.copied); }, fallBack);
  }

  function address(fragment) {
    var canonical = document.querySelector("link[rel='canonical']");
    var page = canonical ? canonical.href : location.href.split("#")[0];
    return page + (fragment || "");
  }

  function makeCopyable(source) {
    var button = make("button", "copy", source.dataset.copy);
    button.type = "button";
    button.addEventListener("click", function () {
      copy(source.tagName === "A" ? address(source.getAttribute("href").replace(/^[^#]*/, "")) : source.textContent.trim());
    });
    source.parentElement.appendChild(button);
  }

  // A reader who follows a link into a folded list, or prints, wants it open

  function openAround(target) {
    for (var place = target && target.closest("details"); place; place = place.parentElement.closest("details")) place.open = true;
  }

  function openTarget() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("details")) { openAround(target); target.scrollIntoView(); }
  }

  all("table.listing, table.matrix").forEach(makeSortable);
  all("[data-filter]").forEach(makeFilterable);
  all(".contents").forEach(followSections);
  all("[data-copy]").forEach(makeCopyable);
  all(".permalink, .para > .n").forEach(function (link) {
    link.addEventListener("click", function () { copy(address(link.getAttribute("href"))); });
  });
  addEventListener("hashchange", openTarget);
  addEventListener("beforeprint", function () {
    all("details:not(.chrome)").forEach(function (place) { place.open = true; });
  });
  openTarget();
})();
