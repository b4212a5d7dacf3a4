/**
 * Elements of the page: how they are made and written to.
 *
 * Text from records only ever becomes text nodes and attribute values, never markup.
 */
(function () {
  'use strict';

  const EM = window.EvidenceMap;

  const SVG = 'http://www.w3.org/2000/svg';

  /** An element with properties, listeners (`onclick`), attributes, and children as text or nodes. */
  EM.h = function (tag, properties, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else if (name === 'class') element.className = value;
      else element.setAttribute(name, value === true ? '' : value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return element;
  };

  EM.svg = function (tag, attributes, ...children) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  /** Writes a text only where it is new: browsers lay out anew even for the same. */
  EM.write = function (element, text) {
    const only = element.firstChild;
    if (!only) element.textContent = text;
    else if (only.data !== text) only.data = text;
  };

  /** Does the work given to it once a frame has been painted, so that nobody waits for it. */
  EM.afterwards = function () {
    let work = null;
    let timer = 0;
    function finish() {
      clearTimeout(timer);
      if (work) work();
      work = null;
    }
    window.addEventListener('beforeprint', finish);
    return (next) => {
      clearTimeout(timer);
      work = next;
      requestAnimationFrame(() => { timer = setTimeout(finish); });
    };
  };
}());
