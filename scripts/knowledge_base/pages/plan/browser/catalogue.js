/*
 * The provider catalogue: filters, orders and compares the rows of the page's table, and keeps
 * the choice in the address. The table is complete without it.
 */
(function () {
  'use strict';

  var form = document.getElementById('catalogue-filter');
  var table = document.querySelector('table.kb-catalogue-table');
  if (!form || !table) { return; }
  var courses = JSON.parse(document.getElementById('catalogue-data').textContent);
  var body = table.querySelector('tbody');
  var caption = table.querySelector('caption .caption-text') || table.querySelector('caption');
  var wholeCaption = caption.textContent;
  var yearOfPrices = (/ \(prices of \d+\)$/.exec(wholeCaption.trim()) || [''])[0];
  // The table lies in a frame of its own, which scrolls on narrow screens.
  var frame = table.closest('.table-frame') || table;
  var FILTERS = ['words', 'region', 'category', 'level', 'standard', 'price', 'teaching'];
  var MOST = 4;
  var OLD_DAYS = 365;
  var compared = [];
  var heads = Array.prototype.map.call(table.querySelectorAll('thead th'), function (cell) {
    return cell.textContent.trim();
  });

  function control(name) { return document.getElementById('catalogue-' + name); }

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    if (text !== undefined) { made.textContent = text; }
    return made;
  }

  function plain(text) {
    return text.toLocaleLowerCase('en-GB').normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[‘’]/g, '\'');
  }

  courses.forEach(function (course, position) {
    course.position = position;
    course.row = document.getElementById(course.anchor).closest('tr');
    course.text = plain(course.row.textContent);
    course.price_known = course.price === null ? 'unknown' : 'known';
  });

  // The choice: what is set in the form, and which courses are compared.

  function chosen() {
    var found = {};
    FILTERS.forEach(function (name) {
      var value = control(name).value.trim();
      if (value) { found[name] = value; }
    });
    return found;
  }

  function fits(course, filters) {
    return Object.keys(filters).every(function (name) {
      var value = filters[name];
      if (name === 'words') {
        return plain(value).split(/\s+/).every(function (word) { return course.text.indexOf(word) !== -1; });
      }
      if (name === 'price') { return course.price_known === value; }
      return Array.isArray(course[name]) ? course[name].indexOf(value) !== -1 : course[name] === value;
    });
  }

  function count(filters) {
    return courses.filter(function (course) { return fits(course, filters); }).length;
  }

  function ordered(by) {
    return courses.slice().sort(function (a, b) {
      if (by === 'name') { return a.name.localeCompare(b.name, 'en-GB') || a.position - b.position; }
      if (by === 'price' || by === 'hour' || by === 'length') {
        // What isn't known comes last.
        if (a[by] === null || b[by] === null) {
          return (a[by] === null) - (b[by] === null) || a.position - b.position;
        }
        return a[by] - b[by] || a.position - b.position;
      }
      return a.position - b.position;
    });
  }

  function label(name) { return form.querySelector('label[for="catalogue-' + name + '"]').textContent; }

  function shownValue(name, value) {
    if (name === 'words') { return '“' + value + '”'; }
    return Array.prototype.filter.call(control(name).options, function (option) {
      return option.value === value;
    })[0].textContent;
  }

  function some(number) { return number + (number === 1 ? ' course' : ' courses'); }

  // Showing.

  function show(announced) {
    var filters = chosen();
    var by = control('sort').value;
    var shown = 0;
    var unknown = 0;
    ordered(by).forEach(function (course) {
      var fit = fits(course, filters);
      course.row.hidden = !fit;
      shown += fit;
      if (fit && by !== 'listed' && by !== 'name' && course[by] === null) { unknown += 1; }
      body.appendChild(course.row);
    });
    var text = shown === courses.length ? 'All ' + some(shown) + '.' : some(shown) + ' of ' + courses.length + '.';
    if (unknown) { text += ' For ' + unknown + ' of them this is not known; they come last.'; }
    say(text);
    caption.textContent = shown === courses.length ? wholeCaption
      : wholeCaption.replace(/^All \d+ courses?/, shown + ' of ' + some(courses.length));
    frame.hidden = !shown;
    showNone(shown ? null : filters);
    if (announced) { remember(filters, by); }
  }

  function showNone(filters) {
    var place = control('none');
    place.hidden = !filters;
    place.replaceChildren();
    if (!filters) { return; }
    var names = Object.keys(filters);
    var rest = names.map(function (name) {
      var others = Object.assign({}, filters);
      delete others[name];
      return others;
    });
    var text = 'No course on the list fits all of this. The report may not give what is asked for.';
    if (names.length > 1 && !rest.some(count)) { text += ' Nor does any fit if one wish is dropped.'; }
    place.appendChild(element('p', '', text + (names.length > 1 ? ' One wish at a time:' : '')));
    var list = element('ul');
    names.forEach(function (name, position) {
      var alone = {};
      alone[name] = filters[name];
      var item = element('li', '', label(name) + ': ' + shownValue(name, filters[name]) + ', alone: ' +
        some(count(alone)) + found(alone) + '. ');
      if (count(rest[position])) {
        item.appendChild(document.createTextNode('Without it: ' + some(count(rest[position])) +
          found(rest[position]) + '. '));
        choice(item, 'Take away: ' + label(name), [name], name);
      }
      choice(item, 'Keep only: ' + label(name), Object.keys(rest[position]), name);
      list.appendChild(item);
    });
    place.appendChild(list);
  }

  /** Return what is found without one of the wishes: the course, or the cheapest of several. */
  function found(filters) {
    var fitting = courses.filter(function (course) { return fits(course, filters); });
    var priced = ordered('price').filter(function (course) {
      return course.price !== null && fits(course, filters);
    });
    if (!fitting.length) { return ''; }
    if (!priced.length) {
      return fitting.length === 1
        ? ', ' + fitting[0].name + ', whose price a person can’t be told'
        : ', all without a price a person that could be told';
    }
    return (fitting.length === 1 ? ', ' : ', the cheapest ') + priced[0].name +
      (priced[0].at_least ? ' from ' : ' at ') + pounds(priced[0].price) + ' a person' +
      (priced[0].with_vat ? ' with VAT' : '');
  }

  function pounds(amount) { return '£' + Math.round(amount).toLocaleString('en-GB'); }

  /** Add a button that empties some filters and moves on to one of them. */
  function choice(item, text, emptied, next) {
    var button = element('button', '', text);
    button.type = 'button';
    button.addEventListener('click', function () {
      emptied.forEach(function (name) { control(name).value = ''; });
      show(true);
      control(next).focus();
    });
    item.appendChild(button);
    item.appendChild(document.createTextNode(' '));
  }

  var waiting = 0;
  function say(text) {
    clearTimeout(waiting);
    waiting = setTimeout(function () { control('status').textContent = text; }, 150);
  }

  function remember(filters, by) {
    var pairs = Object.keys(filters).map(function (name) { return [name, filters[name]]; });
    if (by !== 'listed') { pairs.push(['sort', by]); }
    if (compared.length) { pairs.push(['compare', compared.join(',')]); }
    var text = pairs.map(function (pair) {
      return pair[0] + '=' + encodeURIComponent(pair[1]).replace(/%2F/g, '/').replace(/%2C/g, ',');
    }).join('&');
    var bare = location.href.split('#')[0];
    try { history.replaceState(null, '', text ? bare + '#' + text : bare); } catch (error) { /* no matter */ }
  }

  function fromAddress() {
    if (location.hash && location.hash.indexOf('=') === -1) { return; }
    var given = new URLSearchParams(location.hash.slice(1));
    FILTERS.concat('sort').forEach(function (name) {
      var box = control(name);
      box.value = given.get(name) || (name === 'sort' ? 'listed' : '');
      if (box.value === '' && name === 'sort') { box.value = 'listed'; }
    });
    var ids = (given.get('compare') || '').split(',');
    compared = courses.map(function (course) { return course.id; })
      .filter(function (id) { return ids.indexOf(id) !== -1; }).slice(0, MOST);
  }

  // Comparing.

  function addBoxes() {
    courses.forEach(function (course) {
      var wrap = element('label', 'kb-check kb-no-print');
      var box = element('input');
      box.type = 'checkbox';
      box.setAttribute('aria-label', 'Compare ' + course.name);
      box.addEventListener('change', function () {
        if (box.checked && compared.length >= MOST) {
          box.checked = false;
          say('At most ' + MOST + ' courses can be compared. Take one away first.');
          return;
        }
        compared = compared.filter(function (id) { return id !== course.id; });
        if (box.checked) { compared.push(course.id); }
        compare();
        say(compared.length < 2
          ? some(compared.length) + ' chosen. Choose ' + (2 - compared.length) + ' more to compare.'
          : some(compared.length) + ' compared above the table.');
        remember(chosen(), control('sort').value);
      });
      course.box = box;
      wrap.appendChild(box);
      wrap.appendChild(document.createTextNode('Compare'));
      course.row.cells[0].appendChild(wrap);
    });
  }

  function contents(cell) {
    var copy = cell.cloneNode(true);
    Array.prototype.forEach.call(copy.querySelectorAll('.kb-check'), function (part) { part.remove(); });
    Array.prototype.forEach.call(copy.querySelectorAll('[id]'), function (part) { part.removeAttribute('id'); });
    var fragment = document.createDocumentFragment();
    while (copy.firstChild) { fragment.appendChild(copy.firstChild); }
    return fragment;
  }

  function compare() {
    var place = control('compare');
    place.replaceChildren();
    courses.forEach(function (course) { course.box.checked = compared.indexOf(course.id) !== -1; });
    place.hidden = compared.length < 2;
    if (place.hidden) { return; }
    var picked = compared.map(function (id) {
      return courses.filter(function (course) { return course.id === id; })[0];
    });
    var title = element('h3', '', 'Side by side');
    title.id = 'catalogue-compare-title';
    place.appendChild(title);
    var scroll = element('div', 'kb-scroll');
    scroll.tabIndex = 0;
    scroll.setAttribute('role', 'region');
    scroll.setAttribute('aria-labelledby', title.id);
    var made = element('table', 'table');
    var caption = element('caption', '', some(picked.length) + ' side by side' + yearOfPrices);
    made.appendChild(caption);
    var head = element('thead');
    var line = element('tr');
    line.appendChild(element('td'));
    picked.forEach(function (course) {
      var cell = element('th');
      cell.scope = 'col';
      cell.appendChild(contents(course.row.cells[0]));
      line.appendChild(cell);
    });
    head.appendChild(line);
    made.appendChild(head);
    var rows = element('tbody');
    heads.slice(1).forEach(function (name, offset) {
      var row = element('tr');
      var first = element('th', '', name);
      first.scope = 'row';
      row.appendChild(first);
      picked.forEach(function (course) {
        var cell = element('td');
        cell.appendChild(contents(course.row.cells[offset + 1]));
        row.appendChild(cell);
      });
      rows.appendChild(row);
    });
    made.appendChild(rows);
    scroll.appendChild(made);
    place.appendChild(scroll);
    var button = element('button', '', 'End the comparison');
    button.type = 'button';
    button.addEventListener('click', function () {
      compared = [];
      compare();
      remember(chosen(), control('sort').value);
      say('The comparison is closed.');
      control('words').focus();
    });
    place.appendChild(button);
  }

  // Old checks are marked by the reader's own clock: the pages themselves have none.

  function markOld() {
    var today = new Date();
    courses.forEach(function (course) {
      var days = Math.floor((today - new Date(course.checked + 'T00:00:00')) / 86400000);
      if (days > OLD_DAYS) {
        var place = course.row.querySelector('.kb-checked');
        place.appendChild(element('strong', 'kb-old', ' (more than a year ago)'));
      }
    });
  }

  FILTERS.concat('sort').forEach(function (name) {
    control(name).addEventListener(name === 'words' ? 'input' : 'change', function () { show(true); });
  });
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  control('reset').addEventListener('click', function () {
    FILTERS.forEach(function (name) { control(name).value = ''; });
    control('sort').value = 'listed';
    show(true);
  });
  window.addEventListener('hashchange', function () {
    if (location.hash && location.hash.indexOf('=') === -1) { return; }
    fromAddress();
    compare();
    show(false);
  });

  addBoxes();
  markOld();
  form.hidden = false;
  fromAddress();
  compare();
  show(false);
  // Whoever comes with a choice made sees it and what fits it; where a window is too low for
  // both, what fits it.
  if (Object.keys(chosen()).length) {
    var heading = form.closest('section').querySelector('h2');
    var answer = control('none').hidden ? control('status') : control('none').firstChild;
    heading.scrollIntoView({ block: 'start' });
    if (answer.getBoundingClientRect().bottom > window.innerHeight) {
      answer.scrollIntoView({ block: 'center' });
    }
  }
}());
