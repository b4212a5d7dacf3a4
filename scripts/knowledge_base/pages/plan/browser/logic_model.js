/*
 * The logic model: shows what an arrow rests on beneath the drawing, and picks out what leads to
 * one kind of outcome. Without it, arrows lead to their rows in the table.
 */
(function () {
  'use strict';

  var figure = document.querySelector('.kb-lm');
  var form = document.getElementById('lm-filter');
  var table = document.querySelector('table.kb-lm-arrows');
  if (!figure || !form || !table) { return; }
  var panel = document.getElementById('lm-open');

  function all(selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    if (text !== undefined) { made.textContent = text; }
    return made;
  }

  function row(number) { return document.getElementById('arrow-' + number).closest('tr'); }

  // Opening an arrow.

  function open(number, from) {
    var cells = row(number).cells;
    panel.replaceChildren();
    panel.appendChild(element('p', 'kb-lm-title', cells[0].textContent.trim()));
    var rests = element('div');
    Array.prototype.forEach.call(cells[1].childNodes, function (node) {
      rests.appendChild(node.cloneNode(true));
    });
    panel.appendChild(rests);
    panel.appendChild(element('p', '', table.tHead.rows[0].cells[2].textContent.trim() + ': ' +
      cells[2].textContent.trim()));
    var button = element('button', '', 'Close');
    button.type = 'button';
    button.addEventListener('click', function () { close(from); });
    panel.appendChild(button);
    panel.hidden = false;
    all('.lm-arrow', figure).forEach(function (arrow) {
      arrow.classList.toggle('lm-on', arrow.dataset.number === number);
    });
    panel.focus();
  }

  function close(from) {
    panel.hidden = true;
    all('.lm-on', figure).forEach(function (arrow) { arrow.classList.remove('lm-on'); });
    if (from) { from.focus(); }
  }

  all('.lm-arrow a', figure).forEach(function (link) {
    link.addEventListener('click', function (event) {
      event.preventDefault();
      open(link.closest('.lm-arrow').dataset.number, link);
    });
  });
  panel.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') { panel.querySelector('button').click(); }
  });

  // Picking out a part.

  function chosen() { return form.querySelector('input:checked').value; }

  function show(announced) {
    var wanted = chosen();
    var arrows = 0;
    all('[data-reaches]', figure).forEach(function (part) {
      var fits = wanted === 'all' || part.dataset.reaches.split(' ').indexOf(wanted) !== -1;
      part.classList.toggle('lm-off', !fits);
      var link = part.querySelector('a');
      if (link && part.classList.contains('lm-arrow')) {
        if (fits) { link.removeAttribute('tabindex'); } else { link.setAttribute('tabindex', '-1'); }
      }
    });
    all('.kb-lm-wide .lm-arrow').forEach(function (arrow) {
      var off = arrow.classList.contains('lm-off');
      row(arrow.dataset.number).hidden = off;
      arrows += !off;
    });
    var words = form.querySelector('input:checked').parentNode.textContent.trim();
    document.getElementById('lm-status').textContent =
      words + ': ' + arrows + (arrows === 1 ? ' arrow.' : ' arrows.');
    if (!announced) { return; }
    var bare = location.href.split('#')[0];
    try {
      history.replaceState(null, '', wanted === 'all' ? bare : bare + '#show=' + wanted);
    } catch (error) { /* no matter */ }
  }

  function fromAddress() {
    var wanted = new URLSearchParams(location.hash.slice(1)).get('show') || 'all';
    all('input', form).forEach(function (radio) { radio.checked = radio.value === wanted; });
    if (!form.querySelector('input:checked')) { form.querySelector('input').checked = true; }
  }

  form.addEventListener('change', function () { show(true); });
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  window.addEventListener('hashchange', function () {
    if (location.hash && location.hash.indexOf('=') === -1) { return; }
    fromAddress();
    show(false);
  });

  form.hidden = false;
  fromAddress();
  show(false);
}());
