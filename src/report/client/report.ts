import { endCharts } from './chart.ts';
import { comparisonView } from './comparison-view.ts';
import { concordanceView } from './concordance-view.ts';
import { data } from './data.ts';
import { dispersionView } from './dispersion-view.ts';
import { documentPage } from './document-view.ts';
import { element } from './element.ts';
import { networkView } from './network-view.ts';
import { overviewView } from './overview-view.ts';
import { similarityView } from './similarity-view.ts';
import { onChange, say, show, state } from './state.ts';
import { termsView } from './terms-view.ts';
import { trendsView } from './trends-view.ts';
import type { View } from './view.ts';

const viewsByName = {
  overview: () => ({ node: overviewView() }),
  terms: () => ({ node: termsView() }),
  concordance: () => ({ node: concordanceView() }),
  dispersion: dispersionView,
  network: networkView,
  comparison: comparisonView,
  trends: trendsView,
  similarity: similarityView,
  document: documentPage,
} satisfies Readonly<Record<string, () => View>>;

type ViewName = keyof typeof viewsByName;
const names = Object.keys(viewsByName) as ViewName[];

const root = document.documentElement;
const dark = window.matchMedia('(prefers-color-scheme: dark)');
root.dataset.theme = dark.matches ? 'dark' : 'light';
dark.addEventListener('change', () => setTheme(dark.matches ? 'dark' : 'light'));

function setTheme(theme: string): void {
  root.dataset.theme = theme;
  drawPage();
}

/** Shows the tab that is chosen; the place in the page and the focus stay where the tab is the same. */
function drawPage(): void {
  const name = names.includes(state.view as ViewName) ? (state.view as ViewName) : 'overview';
  const isSame = document.querySelector('main')?.dataset.view === name;
  const scroll = window.scrollY;
  endCharts();
  root.lang = state.language === 'zh' ? 'zh-CN' : 'en';
  document.title = `${say(name)} · cewen 策文`;
  if (window.location.hash !== `#${name}`) window.history.replaceState(null, '', `#${name}`);
  const view: View = viewsByName[name]();
  const main = element(
    'main',
    { id: 'content', tabindex: -1, 'data-view': name },
    element('h2', {}, say(name)),
    view.node,
  );
  document.body.replaceChildren(
    element('a', { class: 'skip', href: '#content', onclick: skip }, say('skip')),
    header(name),
    main,
    element('footer', {}, `cewen 策文 ${data.version}`),
  );
  if (isSame) window.scrollTo(0, scroll);
  else window.scrollTo(0, 0);
  view.draw?.();
}

function header(shown: ViewName): HTMLElement {
  const tab = (name: ViewName) =>
    element(
      'button',
      { type: 'button', 'data-tab': name, 'aria-current': name === shown ? 'page' : null, onclick: () => choose(name) },
      say(name),
    );
  const switchLanguage = () => {
    state.language = state.language === 'zh' ? 'en' : 'zh';
    drawPage();
    document.querySelector<HTMLElement>('[data-switch=language]')?.focus();
  };
  return element(
    'header',
    {},
    element('h1', {}, `策文 cewen · ${say('report')}`),
    element(
      'span',
      { class: 'switches' },
      element(
        'button',
        {
          type: 'button',
          'data-switch': 'language',
          lang: state.language === 'zh' ? 'en' : 'zh-CN',
          onclick: switchLanguage,
        },
        say('language'),
      ),
      element(
        'button',
        {
          type: 'button',
          'data-switch': 'theme',
          'aria-label': say('theme'),
          title: say('theme'),
          onclick: () => setTheme(root.dataset.theme === 'dark' ? 'light' : 'dark'),
        },
        '◐',
      ),
    ),
    element('nav', { 'aria-label': say('views') }, ...names.map(tab)),
  );
}

function choose(name: ViewName): void {
  show(name);
  document.querySelector<HTMLElement>(`[data-tab=${name}]`)?.focus();
}

function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

window.addEventListener('hashchange', () => {
  const name = window.location.hash.slice(1);
  if (names.includes(name as ViewName) && name !== state.view) show(name);
});
state.view = window.location.hash.slice(1) || 'overview';
onChange(drawPage);
drawPage();
