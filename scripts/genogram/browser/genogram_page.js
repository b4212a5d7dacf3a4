/*
 * The page on which a family is written and drawn. All of it happens in this window: nothing is
 * sent, and nothing is kept.
 */
(function () {
  'use strict';

  const kb = window.kbGenogram;
  const DRAW_AFTER = 250;
  const TELL_AFTER = 1200;
  const ADULT = 18;
  const APART = ['separated', 'divorced'];
  const form = document.getElementById('genogram-editor');
  if (!form) return;
  const data = JSON.parse(document.getElementById('genogram-data').textContent);
  const source = document.getElementById('genogram-source');
  const drawing = document.getElementById('genogram-drawing');
  const words = document.getElementById('genogram-words');
  const field = document.getElementById('genogram-text');
  const numbers = document.getElementById('genogram-numbers');
  const status = document.getElementById('genogram-status');
  const mistakes = document.getElementById('genogram-mistakes');
  const example = source.querySelector('pre').textContent;
  let family = null;
  /** The text that is safe to leave: untouched, or taken away. */
  let kept = example;
  let drawTimer = 0;
  let tellTimer = 0;

  // Read and draw.

  function draw() {
    const result = kb.readFamily(field.value, data.schema);
    number();
    list(result.findings);
    if (result.family) {
      family = result.family;
      const frame = drawing.querySelector('.kb-genogram-frame');
      const [left, top] = [frame.scrollLeft, frame.scrollTop];
      drawing.innerHTML = kb.figure(family, data);
      drawing.querySelector('.kb-genogram-frame').scrollTo(left, top);
      words.innerHTML = kb.inWords(family, data);
    }
    drawing.classList.toggle('is-old', !result.family);
    field.setAttribute('aria-invalid', String(!result.family));
    const count = result.findings.length;
    return count
      ? (count === 1 ? 'One thing' : count + ' things') +
          ' can’t be drawn yet. The drawing shows the text as it was before.'
      : 'Drawn: ' + family.persons.size + (family.persons.size === 1 ? ' person.' : ' people.');
  }

  function changed() {
    clearTimeout(drawTimer);
    clearTimeout(tellTimer);
    drawTimer = setTimeout(function () {
      const message = draw();
      // Told when the typing rests, and not again if it is the same.
      tellTimer = setTimeout(function () { tell(message); }, TELL_AFTER - DRAW_AFTER);
    }, DRAW_AFTER);
  }

  function tell(message) {
    if (status.textContent !== message) status.textContent = message;
  }

  function list(findings) {
    mistakes.textContent = '';
    mistakes.hidden = !findings.length;
    findings.forEach(function (finding) {
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = 'Line ' + finding.line + ', column ' + finding.column;
      button.addEventListener('click', function () { goTo(finding); });
      const message = document.createElement('span');
      message.textContent = ' ' + finding.message.charAt(0).toUpperCase() + finding.message.slice(1) +
        ' ' + finding.hint;
      item.append(button, message);
      mistakes.append(item);
    });
  }

  /** From now on the drawing leaves room for the text, and stays in sight above it. */
  function share() {
    const before = form.getBoundingClientRect().top;
    drawing.classList.add('is-shared');
    // What was pressed stays below the pointer, unless the drawing would lie over it.
    window.scrollBy(0, form.getBoundingClientRect().top - before);
    const over = drawing.getBoundingClientRect().bottom - field.getBoundingClientRect().top;
    if (over > 0) window.scrollBy(0, -over);
  }

  // The field.

  function number() {
    const count = field.value.split('\n').length;
    numbers.textContent = Array.from({ length: count }, function (_, n) { return n + 1; }).join('\n');
    numbers.scrollTop = field.scrollTop;
  }

  function goTo(finding) {
    const lines = field.value.split('\n');
    const line = lines[finding.line - 1] || '';
    // Columns count characters, the field counts units of which a character may be two.
    const before = Array.from(line).slice(0, finding.column - 1).join('').length;
    const start = lines.slice(0, finding.line - 1).join('\n').length + (finding.line > 1 ? 1 : 0) + before;
    const word = line.slice(before).match(/^[^\s,:[\]{}]*/)[0];
    select(start, start + word.length);
  }

  function select(start, end) {
    field.focus();
    field.setSelectionRange(start, end);
    const line = field.value.slice(0, start).split('\n').length;
    const height = field.scrollHeight / field.value.split('\n').length;
    field.scrollTop = Math.max(0, (line - 4) * height);
    field.scrollLeft = 0;
    numbers.scrollTop = field.scrollTop;
  }

  /** Puts text into the field as if it were typed, so that it can be undone. */
  function type(start, end, text) {
    field.focus();
    field.setSelectionRange(start, end);
    if (!document.execCommand('insertText', false, text)) {
      field.setRangeText(text, start, end, 'end');
    }
  }

  function begin(text) {
    type(0, field.value.length, text);
    kept = text;
    field.setSelectionRange(0, 0);
    field.scrollTop = 0;
    clearTimeout(drawTimer);
    clearTimeout(tellTimer);
    tell(draw());
  }

  // Add an entry.

  const ENTRIES = {
    persons: function () {
      let count = 1;
      while (field.value.includes('person-' + count)) count += 1;
      return ['  person-' + count + ': {name: New, gender: not known}', 'New'];
    },
    couples: function () {
      const adult = lone();
      return ['  - {partners: [' + adult + '], children: []}', adult];
    },
    relationships: function () {
      return ['  - {between: [' + people(2) + '], kind: close}', people(2)];
    },
    households: function () {
      const members = home().join(', ');
      return ['  - {name: Home, members: [' + members + ']}', members];
    },
  };

  /**
   * Returns the one who was added last and may be a parent: not known to be a child, nor the person
   * that the drawing is about, nor in a couple yet. A second partner, and how they live, is for
   * the writer to say: nobody is married by a button.
   */
  function lone() {
    const taken = new Set(family.couples.flatMap(function (couple) { return couple.partners; }));
    return Array.from(family.persons.keys()).reverse().find(function (id) {
      const age = kb.age(family, id);
      return id !== family.index && !taken.has(id) && family.persons.get(id).pregnancy === null &&
        (age === null || age >= ADULT);
    });
  }

  /** Returns who is most likely to live together: a child with parents who are not apart. */
  function home() {
    const couple = family.couples.find(function (one) {
      return kb.allChildren(one).has(family.index) && !APART.includes(one.status);
    });
    if (!couple) return [family.index];
    return couple.partners.concat(Array.from(kb.allChildren(couple).keys()));
  }

  /** Returns the ids of those who came last: the ones that are most likely meant. */
  function people(count) {
    return Array.from(family.persons.keys()).slice(-count).join(', ');
  }

  function add(section) {
    // Whoever was typed a moment ago is known too.
    draw();
    if (section === 'couples' && !lone()) {
      add('persons');
      if (!lone()) return;
    }
    const [entry, chosen] = ENTRIES[section]();
    const lines = field.value.split('\n');
    const head = new RegExp('^' + section + ':\\s*(#.*)?$');
    let at = lines.findIndex(function (line) { return head.test(line); });
    let text = '\n' + entry;
    if (at < 0) {
      if (lines.some(function (line) { return line.startsWith(section + ':'); })) {
        tell('Add it by hand: ‘' + section + '’ has all its entries on one line.');
        return;
      }
      at = lines.length - 1;
      while (at > 0 && !lines[at].trim()) at -= 1;
      text = '\n\n' + section + ':' + text;
    } else {
      let next = at + 1;
      while (next < lines.length && !/^[^\s#-]/.test(lines[next])) {
        if (lines[next].trim() && !lines[next].startsWith('#')) at = next;
        next += 1;
      }
    }
    const place = lines.slice(0, at + 1).join('\n').length;
    type(place, place, text);
    const start = place + text.lastIndexOf(chosen);
    select(start, start + chosen.length);
    clearTimeout(drawTimer);
    clearTimeout(tellTimer);
    tell(draw());
  }

  // Take away.

  function save(content, kind, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type: kind }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }

  function picture() {
    const text = kb.svg(family, data, true);
    const image = new Image();
    const view = drawing.querySelector('svg').viewBox.baseVal;
    image.onload = function () {
      const canvas = document.createElement('canvas');
      canvas.width = view.width * 2;
      canvas.height = view.height * 2;
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(function (blob) { save(blob, 'image/png', 'genogram.png'); });
    };
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);
  }

  function copy() {
    const told = function (done) {
      tell(done ? 'The text is copied.' : 'It can’t be copied here: select the text and copy it.');
    };
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(field.value).then(
        function () { told(true); },
        function () { told(false); }
      );
    } else {
      const [start, end] = [field.selectionStart, field.selectionEnd];
      const from = document.activeElement;
      field.select();
      told(document.execCommand('copy'));
      field.setSelectionRange(start, end);
      from.focus();
    }
  }

  function print() {
    const root = document.documentElement;
    root.classList.add('kb-genogram-only');
    window.addEventListener('afterprint', function () {
      root.classList.remove('kb-genogram-only');
    }, { once: true });
    window.print();
  }

  const ACTIONS = {
    example: function () { begin(example); },
    small: function () {
      begin(data.small.replace(/^year: .*$/m, 'year: ' + new Date().getFullYear()));
    },
    svg: function () { save(kb.svg(family, data, true), 'image/svg+xml', 'genogram.svg'); },
    png: picture,
    yaml: function () {
      save(field.value, 'text/plain;charset=utf-8', 'family.yml');
      kept = field.value;
    },
    copy: copy,
    print: print,
  };

  form.addEventListener('click', function (event) {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.dataset.add) add(button.dataset.add);
    if (button.dataset.do) ACTIONS[button.dataset.do]();
  });
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  field.addEventListener('focus', share);
  field.addEventListener('input', changed);
  field.addEventListener('scroll', function () { numbers.scrollTop = field.scrollTop; });
  window.addEventListener('beforeunload', function (event) {
    if (field.value !== kept && field.value.trim()) event.preventDefault();
  });

  field.value = example;
  family = kb.readFamily(example, data.schema).family;
  number();
  list([]);
  source.hidden = true;
  form.hidden = false;
})();
