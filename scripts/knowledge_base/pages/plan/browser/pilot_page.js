/*
 * The page Plan a pilot: makes the form work, writes plans into the page's tables and chart,
 * keeps the state in the address, and gives the results as CSV. The words are those of
 * pages/plan/pilot/rows.py. Nothing leaves the reader's machine.
 */
(function () {
  'use strict';

  var pilot = window.kbPilot;
  var form = document.getElementById('pilot-form');
  if (!pilot || !form) { return; }
  var data = JSON.parse(document.getElementById('pilot-data').textContent);
  /** Per cent of the clinicians' paid time from which the page says that little is left. */
  var NEARLY_ALL = 80;
  var ENDS = ['low', 'central', 'high'];
  var state = { course: 'all', own: { amount: 2500, places: 1, plus_vat: false }, inputs: null };
  var current = null;

  function byId(id) { return document.getElementById(id); }
  function control(name) { return byId('pilot-' + name); }
  function copy(value) { return JSON.parse(JSON.stringify(value)); }
  function isRange(name) { return data.ranges.indexOf(name) !== -1; }

  // Numbers as text, as in wording/numbers.py.

  function grouped(whole) { return String(whole).replace(/\B(?=(\d{3})+$)/g, ','); }

  function short(number) {
    var hundredths = Math.floor(number * 100 + 0.5);
    var part = hundredths % 100;
    var text = grouped((hundredths - part) / 100);
    return part ? text + '.' + String(part + 100).slice(1).replace(/0+$/, '') : text;
  }

  function figure(number) {
    return short(number >= 10 ? Math.floor(number + 0.5) : Math.floor(number * 10 + 0.5) / 10);
  }

  function spanOf(figures, shown) {
    var low = shown(figures.low);
    var central = shown(figures.central);
    var high = shown(figures.high);
    return low === central && central === high
      ? central : low + ' to ' + high + ' (central ' + central + ')';
  }

  function span(figures) { return spanOf(figures, short); }
  function rounded(figures) { return spanOf(figures, figure); }
  function ofSpan(figures, one) {
    var told = span(figures);
    return told + ' ' + (told === '1' ? one : one + 's');
  }
  function pounds(amount) { return '£' + grouped(Math.floor(amount + 0.5)); }
  function price(amount) {
    var pence = Math.floor(amount * 100 + 0.5);
    return pence % 100
      ? pounds((pence - pence % 100) / 100) + '.' + String(pence % 100 + 100).slice(1)
      : pounds(amount);
  }
  function of(number, one, many) {
    return short(number) + ' ' + (number === 1 ? one : many || one + 's');
  }

  // What the page says of a plan.

  /** Whether the low cost of training rests on a price that only starts there. */
  function startsThere(plan) {
    return plan.inputs.offers.some(function (offer) {
      return offer.at_least && pilot.trainingPrice(plan.inputs, offer) === plan.training_cost.low;
    });
  }

  function warning(plan) {
    var share = plan.clinician_share;
    var central = figure(share.central) + ' per cent';
    var littleLeft = ' That leaves little for their other work, and for leave.';
    if (share.high <= 100) {
      return share.central > NEARLY_ALL
        ? 'With the central figures, sessions take ' + central + ' of the clinicians’ paid time.' +
          littleLeft
        : '';
    }
    var also = '';
    if (share.low > 100) {
      also = ' With the most clinicians and the shortest sessions they take ' + figure(share.low) +
        ' per cent.';
    } else if (share.central > NEARLY_ALL) {
      also = ' With the central figures they take ' + central + '.' +
        (share.central > 100 ? '' : littleLeft);
    }
    return 'Too few clinicians in some cases: with the fewest (' + short(plan.inputs.clinicians.low) +
      ') and the longest sessions, sessions take ' + figure(share.high) +
      ' per cent of the clinicians’ paid time, which is more than there is.' + also +
      ' The low cost pays for the fewest clinicians.';
  }

  function summary(plan) {
    var i = plan.inputs;
    return of(i.key_workers, 'key worker') + ' over ' + of(i.months, 'month') + ' would need ' +
      of(plan.places, 'training place') + ', ' + of(plan.groups, 'supervision group') + ' with ' +
      figure(plan.sessions_a_month) + (plan.sessions_a_month === 1 ? ' session' : ' sessions') +
      ' a month between them, and ' + ofSpan(i.clinicians, 'full-time clinician') +
      '. Training and clinicians’ pay come to between ' + pounds(plan.cost.low) + ' and ' +
      pounds(plan.cost.high) + ', with ' + pounds(plan.cost.central) + ' in the middle' +
      (startsThere(plan) ? '; the low end has a price that only starts there' : '') +
      '. Costs that can’t be worked out from the report come on top.';
  }

  function trainingGroups(plan) {
    var offers = plan.inputs.offers;
    var sizes = offers.filter(function (o) { return o.places > 1; });
    if (!sizes.length) { return ['None', 'places are bought one by one']; }
    var low = plan.training_groups.low;
    var high = plan.training_groups.high;
    var bought = low === high ? short(low) : short(low) + ' to ' + short(high);
    if (offers.length === 1) {
      return [bought, 'key workers ÷ ' + short(sizes[0].places) + ' places, rounded up'];
    }
    return [bought, 'for the ' + short(sizes.length) + ' of ' + short(offers.length) +
      ' courses sold by the group: key workers ÷ places, rounded up'];
  }

  function timeRows(plan) {
    var i = plan.inputs;
    var workers = of(i.key_workers, 'key worker');
    var aYear = pilot.SESSIONS_PER_YEAR[i.frequency] + ' a year';
    if (i.weeks_off) {
      aYear += ' × ' + short(pilot.WEEKS - i.weeks_off) + ' of ' + pilot.WEEKS + ' weeks';
    }
    var teams = i.teams > 1 ? 'in each of ' + short(i.teams) + ' teams, ' : '';
    var clinicians = of(i.clinicians_per_session, 'clinician') + ' × ';
    var length = i.preparation_hours
      ? '(' + span(i.session_hours) + ' + ' + short(i.preparation_hours) + ' of preparation) hours'
      : ofSpan(i.session_hours, 'hour');
    return [
      ['Training places', short(plan.places), 'one for each key worker'],
      ['Course groups to buy'].concat(trainingGroups(plan)),
      ['Days of training, all together', rounded(plan.training_days),
        workers + ' × ' + ofSpan(i.training_days, 'day')],
      ['Hours with course staff, all together', figure(plan.contact_hours),
        workers + ' × ' + of(i.contact_hours, 'hour')],
      ['Hours of own study, all together', figure(plan.independent_hours),
        workers + ' × ' + of(i.independent_hours, 'hour') +
        '; the report does not say whether this is done in working time'],
      ['Supervision groups', short(plan.groups),
        teams + 'key workers ÷ ' + short(i.group_size) + ' in a group, rounded up'],
      ['Sessions a month, all groups', figure(plan.sessions_a_month),
        of(plan.groups, 'group') + ' × ' + aYear + ' ÷ 12 months'],
      ['Sessions over the whole time, all groups', figure(plan.sessions),
        of(plan.groups, 'group') + ' × ' + aYear + ' × ' + short(i.months) + '/12'],
      ['Hours of supervision a month, one key worker', rounded(plan.worker_hours_a_month),
        aYear + ' ÷ 12 months × ' + ofSpan(i.session_hours, 'hour')],
      ['Hours of supervision over the whole time, all key workers', rounded(plan.supervision_hours),
        workers + ' × ' + of(plan.sessions_each, 'session') + ' × ' +
        ofSpan(i.session_hours, 'hour')],
      ['Hours of key workers, all together', rounded(plan.worker_hours),
        'with course staff + own study + supervision; for one key worker ' +
        rounded(pilot.times(plan.worker_hours, 1 / i.key_workers))],
      ['Minutes for each family, once in ' + pilot.CYCLE_WEEKS + ' weeks',
        rounded(plan.family_minutes),
        'a group’s hours in ' + pilot.CYCLE_WEEKS + ' weeks ÷ its families, with ' +
        of(i.families, 'family', 'families') + ' for each key worker'],
      ['Clinicians’ hours in sessions a month', rounded(plan.clinician_hours_a_month),
        'sessions a month × ' + clinicians + length],
      ['Clinicians’ hours in sessions over the whole time', rounded(plan.clinician_hours),
        'sessions over the whole time × ' + clinicians + length],
      ['Share of the clinicians’ paid time that this takes',
        rounded(plan.clinician_share) + ' per cent',
        'those hours ÷ (' + ofSpan(i.clinicians, 'clinician') + ' × ' +
        ofSpan(i.weekly_hours, 'hour') + ' a week × ' + pilot.WEEKS + ' weeks × ' + short(i.months) +
        '/12); low is the shortest sessions with the most clinicians, high the longest with ' +
        'the fewest']
    ];
  }

  function offerHow(inputs, offer) {
    var workers = inputs.key_workers;
    var vat = offer.plus_vat ? ' × (1 + ' + short(inputs.vat_percent) + '/100 VAT)' : '';
    if (offer.at_least) { vat += ', at least'; }
    if (offer.places === 1) { return short(workers) + ' × ' + price(offer.amount) + vat; }
    if (inputs.whole_groups) {
      return of(pilot.groupsToBuy(workers, offer), 'group') + ' of ' + short(offer.places) +
        ' × ' + price(offer.amount) + vat;
    }
    return short(workers) + ' ÷ ' + short(offer.places) + ' × ' + price(offer.amount) + vat;
  }

  function costRow(what, cost, how) {
    return [what, pounds(cost.low), pounds(cost.central), pounds(cost.high), how];
  }

  function costRows(plan) {
    var i = plan.inputs;
    var onCost = i.on_cost_percent ? ' × (1 + ' + short(i.on_cost_percent) + '/100)' : '';
    var trainingHow = i.offers.length > 1
      ? 'the cheapest, the median and the dearest of ' + short(i.offers.length) +
        ' courses for ' + of(i.key_workers, 'key worker') +
        (startsThere(plan) ? '; the price of the cheapest starts at this' : '')
      : offerHow(i, i.offers[0]);
    var rows = [
      costRow('Training', plan.training_cost, trainingHow),
      costRow('Pay of clinicians', plan.clinician_cost,
        span(i.clinicians) + ' full-time × ' + spanOf(i.salary, pounds) + ' a year × ' +
        short(i.months) + '/12' + onCost)
    ];
    if (i.other_costs) { rows.push(costRow('Other costs', plan.other_costs, 'your own figure')); }
    rows.push(costRow('All together', plan.cost,
      'low with low, central with central, high with high'));
    rows.push(costRow('For one key worker', pilot.times(plan.cost, 1 / i.key_workers),
      'all together ÷ ' + short(i.key_workers)));
    return rows;
  }

  // Writing into the page.

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    if (text !== undefined) { made.textContent = text; }
    return made;
  }

  function caption(table, text) {
    var place = table.querySelector('caption .caption-text') || table.querySelector('caption');
    if (place) { place.textContent = text; }
  }

  function write(name, text, rows) {
    var table = document.querySelector('table.kb-' + name);
    if (!table) { return; }
    caption(table, text);
    var body = table.tBodies[0];
    // Rows are kept or copied: they carry labels for narrow screens and marks for screen readers.
    while (body.rows.length < rows.length) { body.appendChild(body.rows[0].cloneNode(true)); }
    while (body.rows.length > rows.length) { body.deleteRow(-1); }
    rows.forEach(function (cells, position) {
      cells.forEach(function (text, column) {
        var cell = body.rows[position].cells[column];
        (cell.querySelector('p') || cell).textContent = text;
      });
    });
  }

  function writeCourses(plan) {
    var table = document.querySelector('table.kb-pilot-courses');
    if (!table) { return; }
    var who = of(plan.inputs.key_workers, 'key worker');
    caption(table, 'What each course with a known price would cost for ' + who +
      ' (prices of 2023)');
    Object.keys(data.courses).forEach(function (id, position) {
      var line = table.tBodies[0].rows[position];
      var offer = data.courses[id].offer;
      var cost = pilot.trainingPrice(plan.inputs, offer);
      [offerHow(plan.inputs, offer), pounds(cost), price(cost / plan.inputs.key_workers)]
        .forEach(function (text, offset) {
          var cell = line.cells[3 + offset];
          (cell.querySelector('p') || cell).textContent = text;
        });
    });
  }

  /** Writes what was put in beside its default, so that a printed plan tells what it is made from. */
  function writeInputs(plan) {
    var table = document.querySelector('table.kb-pilot-inputs');
    Object.keys(data.sources).forEach(function (name, position) {
      var cell = table.tBodies[0].rows[position].cells[1];
      var place = cell.querySelector('p') || cell;
      if (!place.dataset.default) { place.dataset.default = place.textContent; }
      var now = putIn(plan, name);
      var same = now === place.dataset.default;
      place.textContent = same ? now : now + ' (default: ' + place.dataset.default + ')';
      cell.classList.toggle('is-changed', !same);
    });
  }

  /** An input as text, as `_default_shown` in pages/plan/pilot/inputs.py has it. */
  function putIn(plan, name) {
    var value = plan.inputs[name];
    if (name === 'course') {
      var chosen = control('course').selectedOptions[0].textContent;
      return state.course === 'own' ? chosen + ': ' + price(state.own.amount) : chosen;
    }
    if (name === 'frequency') { return control('frequency').selectedOptions[0].textContent; }
    if (name === 'whole_groups') { return value ? 'Yes' : 'No'; }
    var unit = data.fields.find(function (field) { return field.name === name; }).unit;
    var money = unit.indexOf('pounds') === 0;
    var shown = money ? price : short;
    var text = isRange(name) ? spanOf(value, money ? pounds : short) : shown(value);
    return (text + (money ? unit.slice('pounds'.length) : ' ' + unit)).trim();
  }

  function writeChart(plan) {
    var figure = byId('pilot-chart');
    if (!figure) { return; }
    var series = [['Training', plan.training_cost], ['Pay of clinicians', plan.clinician_cost]];
    if (plan.inputs.other_costs) { series.push(['Other costs', plan.other_costs]); }
    var most = plan.cost.high || 1;
    var image = figure.querySelector('[role=img]');
    var spoken = [];
    image.replaceChildren.apply(image, ENDS.map(function (end) {
      var bar = element('div', 'kb-bar');
      bar.appendChild(element('span', 'kb-bar-name', end[0].toUpperCase() + end.slice(1)));
      var track = element('span', 'kb-track');
      series.forEach(function (pair, position) {
        var segment = element('span', 'kb-seg kb-seg-' + (position + 1));
        segment.style.width = (100 * pair[1][end] / most).toFixed(2) + '%';
        track.appendChild(segment);
      });
      bar.appendChild(track);
      bar.appendChild(element('span', 'kb-bar-total', pounds(plan.cost[end])));
      spoken.push(end + ': ' + series.map(function (pair) {
        return pair[0].toLowerCase() + ' ' + pounds(pair[1][end]);
      }).join(', ') + ', together ' + pounds(plan.cost[end]));
      return bar;
    }));
    image.setAttribute('aria-label', 'Bars of the cost. ' + spoken.join('; ') + '.');
    var key = figure.querySelector('.kb-key');
    key.replaceChildren.apply(key, series.map(function (pair, position) {
      var item = element('li');
      item.appendChild(element('span', 'kb-seg kb-seg-' + (position + 1)));
      item.appendChild(document.createTextNode(pair[0]));
      return item;
    }));
  }

  function show(plan) {
    current = plan;
    var who = of(plan.inputs.key_workers, 'key worker');
    var time = of(plan.inputs.months, 'month');
    var place = document.querySelector('.kb-pilot-summary');
    (place.querySelector('p') || place).textContent = summary(plan);
    byId('pilot-warning').textContent = warning(plan);
    byId('pilot-warning').hidden = !warning(plan);
    write('pilot-cost', 'What can be costed for ' + who + ' over ' + time +
      ' (course prices of 2023)', costRows(plan));
    write('pilot-time', 'Places, groups and time for ' + who + ' over ' + time, timeRows(plan));
    writeCourses(plan);
    writeChart(plan);
    writeInputs(plan);
    // A file's path would tell of nobody's plan but the reader's computer.
    if (location.protocol !== 'file:') {
      byId('pilot-address').textContent = 'This plan: ' + location.href;
    }
  }

  // The form.

  function defaultsFor(course) {
    var inputs = copy(data.defaults);
    var chosen = data.courses[course];
    if (chosen) {
      Object.keys(chosen.defaults).forEach(function (name) {
        inputs[name] = copy(chosen.defaults[name]);
      });
    }
    return inputs;
  }

  function offersFor(course) {
    if (course === 'own') { return [copy(state.own)]; }
    return course === 'all' ? copy(data.defaults.offers) : [copy(data.courses[course].offer)];
  }

  /** Return the flat names and values of the inputs, as the form and the address have them. */
  function flat(inputs) {
    var found = {};
    data.fields.forEach(function (field) {
      var value = inputs[field.name];
      if (isRange(field.name)) {
        ENDS.forEach(function (end) { found[field.name + '_' + end] = value[end]; });
      } else {
        found[field.name] = value;
      }
    });
    found.frequency = inputs.frequency;
    found.whole_groups = inputs.whole_groups;
    return found;
  }

  function put(inputs, name, value) {
    var end = ENDS.filter(function (e) { return name.slice(-e.length - 1) === '_' + e; })[0];
    var stem = end ? name.slice(0, -end.length - 1) : name;
    if (end && isRange(stem)) { inputs[stem][end] = value; } else { inputs[name] = value; }
  }

  function number(text) {
    var bare = String(text).replace(/[,£%\s]/g, '');
    return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(bare) ? Number(bare) : NaN;
  }

  function fill() {
    var values = flat(state.inputs);
    control('course').value = state.course;
    Object.keys(values).forEach(function (name) {
      var box = control(name);
      if (box.type === 'checkbox') {
        box.checked = values[name];
      } else {
        box.value = Number.isNaN(values[name]) ? '' : values[name];
      }
    });
    control('own_amount').value = state.own.amount;
    control('own_places').value = state.own.places;
    control('own_plus_vat').checked = state.own.plus_vat;
  }

  function read() {
    Object.keys(flat(state.inputs)).forEach(function (name) {
      var box = control(name);
      put(state.inputs, name,
        box.type === 'checkbox' ? box.checked : name === 'frequency' ? box.value : number(box.value));
    });
    state.own.amount = number(control('own_amount').value);
    state.own.places = number(control('own_places').value);
    state.own.plus_vat = control('own_plus_vat').checked;
  }

  function mark(found) {
    Array.prototype.forEach.call(form.querySelectorAll('[data-field]'), function (box) {
      var name = box.dataset.field;
      var mine = found.filter(function (pair) { return pair[0] === name; })[0];
      var place = control(name + '-error');
      if (place) {
        place.hidden = !mine;
        place.textContent = mine ? mine[1] : '';
      }
      Array.prototype.forEach.call(box.querySelectorAll('input[type=text]'), function (input) {
        if (mine) { input.setAttribute('aria-invalid', 'true'); } else { input.removeAttribute('aria-invalid'); }
      });
      var part = mine && box.closest('details');
      if (part) { part.open = true; }
    });
    var list = byId('pilot-problems');
    list.hidden = !found.length;
    list.replaceChildren();
    if (!found.length) { return; }
    list.appendChild(element('p', '',
      'The plan below is still the last one that worked. To bring it up to date, change:'));
    var items = element('ul');
    found.forEach(function (pair) {
      var item = element('li');
      var link = element('a', '', label(pair[0]) + ': ' + pair[1]);
      var target = control(pair[0]) || control(pair[0] + '_low');
      link.href = '#' + target.id;
      link.addEventListener('click', function (event) {
        event.preventDefault();
        target.focus();
      });
      item.appendChild(link);
      items.appendChild(item);
    });
    list.appendChild(items);
  }

  function label(name) {
    var field = data.fields.filter(function (f) { return f.name === name; })[0];
    return field ? field.label : { own_amount: 'Your price', own_places: 'Places that it covers' }[name];
  }

  // The address holds what differs from the defaults, and nothing else.

  function address() {
    var pairs = [];
    if (state.course !== 'all') { pairs.push(['course', state.course]); }
    if (state.course === 'own') {
      pairs.push(['own_amount', state.own.amount], ['own_places', state.own.places]);
      if (state.own.plus_vat) { pairs.push(['own_plus_vat', 'true']); }
    }
    var before = flat(defaultsFor(state.course));
    var now = flat(state.inputs);
    Object.keys(now).forEach(function (name) {
      if (now[name] !== before[name]) { pairs.push([name, now[name]]); }
    });
    return pairs.map(function (pair) {
      return pair[0] + '=' + encodeURIComponent(pair[1]).replace(/%2F/g, '/');
    }).join('&');
  }

  function fromAddress() {
    var given = new URLSearchParams(location.hash.slice(1));
    var course = given.get('course');
    state.course = course === 'own' || data.courses[course] ? course : 'all';
    state.inputs = defaultsFor(state.course);
    state.own = {
      amount: given.has('own_amount') ? number(given.get('own_amount')) : 2500,
      places: given.has('own_places') ? number(given.get('own_places')) : 1,
      plus_vat: given.get('own_plus_vat') === 'true'
    };
    Object.keys(flat(state.inputs)).forEach(function (name) {
      if (!given.has(name)) { return; }
      var text = given.get(name);
      if (name === 'whole_groups') {
        put(state.inputs, name, text === 'true');
      } else if (name === 'frequency') {
        if (pilot.SESSIONS_PER_YEAR[text]) { put(state.inputs, name, text); }
      } else {
        put(state.inputs, name, number(text));
      }
    });
    fill();
  }

  function update(announced) {
    byId('pilot-own').hidden = state.course !== 'own';
    state.inputs.offers = offersFor(state.course);
    var found = pilot.problems(state.inputs, data.fields, data.mostPrice);
    mark(found);
    byId('pilot-stale').hidden = !found.length;
    if (!found.length) { show(pilot.plan(copy(state.inputs))); }
    byId('pilot-csv').disabled = found.length > 0;
    byId('pilot-link').disabled = found.length > 0;
    if (!announced) { return; }
    if (!found.length) {
      var text = address();
      var bare = location.href.split('#')[0];
      try { history.replaceState(null, '', text ? bare + '#' + text : bare); } catch (error) { /* no matter */ }
    }
    say(found.length
      ? (found.length === 1 ? 'One figure needs' : found.length + ' figures need') + ' a change.'
      : 'Updated: ' + pounds(current.cost.low) + ' to ' + pounds(current.cost.high) +
        ', central ' + pounds(current.cost.central) + '; ' +
        of(current.groups, 'supervision group') + '. ' + warning(current));
  }

  var waiting = 0;
  function say(text) {
    clearTimeout(waiting);
    waiting = setTimeout(function () { byId('pilot-status').textContent = text; }, 400);
  }

  // Taking it away.

  function csv(plan) {
    var rows = [['part', 'what', 'low', 'central', 'high', 'how or from where']];
    data.fields.forEach(function (field) {
      var value = plan.inputs[field.name];
      var figures = isRange(field.name) ? [value.low, value.central, value.high] : ['', value, ''];
      rows.push(['figure put in', field.label + (field.unit ? ' (' + field.unit + ')' : '')]
        .concat(figures, 'Default: ' + data.sources[field.name]));
    });
    rows.push(['figure put in', 'How often a group meets', '', plan.inputs.frequency, '',
      'Default: ' + data.sources.frequency]);
    rows.push(['figure put in', 'Groups bought whole', '', plan.inputs.whole_groups ? 'yes' : 'no', '',
      'Default: ' + data.sources.whole_groups]);
    rows.push(['figure put in', 'Course', '', state.course === 'all' ? 'all foundation courses with a known price'
      : state.course === 'own' ? 'own price: ' + price(state.own.amount) + ' for ' + of(state.own.places, 'place')
        : data.courses[state.course].label, '', 'Default: ' + data.sources.course]);
    timeRows(plan).forEach(function (row) {
      rows.push(['people and time', row[0], '', row[1], '', row[2]]);
    });
    costRows(plan).forEach(function (row) { rows.push(['cost'].concat(row)); });
    data.notCosted.forEach(function (item) { rows.push(['not costed', item, '', '', '', '']); });
    rows.push(['limits', data.limits, '', '', '', '']);
    rows.push(['address', location.href, '', '', '', '']);
    return '\ufeff' + rows.map(function (row) {
      return row.map(function (cell) {
        var text = String(cell);
        return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
      }).join(',');
    }).join('\r\n') + '\r\n';
  }

  byId('pilot-csv').addEventListener('click', function () {
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([csv(current)], { type: 'text/csv' }));
    link.download = 'pilot-plan.csv';
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  });

  byId('pilot-link').addEventListener('click', function () {
    function failed() { say('Copy the address of this page: it holds the plan.'); }
    if (!navigator.clipboard) { failed(); return; }
    navigator.clipboard.writeText(location.href).then(function () {
      say('The link to this plan is copied.');
    }, failed);
  });

  byId('pilot-reset').addEventListener('click', function () {
    state.course = 'all';
    state.own = { amount: 2500, places: 1, plus_vat: false };
    state.inputs = defaultsFor('all');
    fill();
    update(true);
  });

  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.addEventListener('input', function (event) {
    if (event.target.id === 'pilot-course') { return; }
    read();
    update(true);
  });
  control('course').addEventListener('change', function () {
    // A course brings its own days and hours; what was put in for another would mislead.
    read();
    var before = defaultsFor(state.course);
    state.course = control('course').value;
    var after = defaultsFor(state.course);
    ['training_days', 'contact_hours', 'independent_hours'].forEach(function (name) {
      var kept = JSON.stringify(state.inputs[name]) === JSON.stringify(before[name]);
      if (kept || data.courses[state.course]) { state.inputs[name] = after[name]; }
    });
    fill();
    update(true);
  });
  window.addEventListener('hashchange', function () {
    if (!location.hash || location.hash.indexOf('=') !== -1) { fromAddress(); update(false); }
  });

  form.hidden = false;
  byId('pilot-no-script').hidden = true;
  fromAddress();
  update(false);
}());
