// What pages do beyond what they do without a script: names are offered as one types, and “/” leads to the search.
/* global clearTimeout, document, Element, fetch, HTMLInputElement, location, setTimeout, URL */
'use strict';

/** Milliseconds that one pauses before names are asked for. */
const PAUSE = 150;

for (const input of document.querySelectorAll('input[data-suggest]')) offerNames(input);
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof Element && event.target.closest('input, select, textarea')) return;
  const search = document.querySelector('input[type="search"]');
  if (!(search instanceof HTMLInputElement)) return;
  event.preventDefault();
  search.focus();
});
// A page that was opened at a record: the keyboard goes on from there.
const named = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
named?.querySelector('a')?.focus({ preventScroll: true });

/** A list of names beside an input, which the browser shows and reads out as its own. */
function offerNames(input) {
  const list = document.createElement('datalist');
  list.id = `${input.id}-names`;
  input.after(list);
  input.setAttribute('list', list.id);
  let waiting = 0;
  let asked = '';
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    const q = input.value.trim();
    if (q === '' || q === asked) return;
    waiting = setTimeout(async () => {
      asked = q;
      const address = new URL(input.dataset.suggest, location.href);
      address.searchParams.set('q', q);
      const answer = await fetch(address).catch(() => null);
      if (!answer?.ok || input.value.trim() !== q) return;
      const { names } = await answer.json();
      list.replaceChildren(
        ...names.map(({ name }) => {
          const option = document.createElement('option');
          option.value = name;
          return option;
        }),
      );
    }, PAUSE);
  });
}
