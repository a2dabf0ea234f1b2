/** The one checker of the browser: opens ports, and joins sessions, settings, rules and language. */
import { type Browser, browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { Document } from '../../lib/document/types.ts';
import { type Checker, type CheckScope, createChecker } from '../../lib/engine/checker.ts';
import { describeDocument } from '../../lib/kinds/kind.ts';
import { nameDocument } from '../../lib/kinds/names.ts';
import { loadLanguage } from '../../lib/language/corrector.ts';
import { ModelLoader } from '../../lib/language/model-loader.ts';
import { CHECKLIST_PORT, CONNECT_REQUEST, FRAME_PORT } from '../../lib/protocol/messages.ts';
import { PROOF_PORT } from '../../lib/protocol/proof.ts';
import { ProofSessions } from '../../lib/sessions/proofs.ts';
import { type Connection, type SessionSettings, Sessions, type Waking } from '../../lib/sessions/sessions.ts';
import { openTextCheck } from '../../lib/sessions/text-check.ts';
import { ignoredBy, withIgnored, withoutIgnored, withoutSilenced, withSilenced } from '../../lib/settings/ignored.ts';
import { withItem } from '../../lib/settings/lists.ts';
import { chooseLocale } from '../../lib/settings/locale.ts';
import { isRuleOn, withRule } from '../../lib/settings/rules.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings.ts';
import { PAUSE, whyOff, withSite } from '../../lib/settings/sites.ts';
import { loadSettings, updateSettings, watchSettings } from '../../lib/settings/store.ts';
import { applyLocale } from '../../lib/ui/locale.ts';
import { openSidePanel } from '../../lib/ui/side-panel.ts';
import { rules } from '../../rules/index.ts';
import { textsIn } from '../../rules/texts.ts';
import { showBadge } from './badge.ts';
import { isOlderTab, onInstalled } from './installation.ts';
import { readModelFile } from './language.ts';
import { answerMenus, makeMenus } from './menus.ts';
import { reasonOf } from './reason.ts';

const sessionSettings = (settings: Settings): SessionSettings => ({
  whyOff: (host) => whyOff(host, settings, Date.now()),
  isIgnored: ignoredBy(settings),
  hintsOnPage: settings.hintsOnPage,
  showsSeal: (host) => settings.seal && !settings.sealHiddenHosts.includes(host),
  rulesOff: rules.filter((rule) => rule.recommended !== false && !isRuleOn(rule, settings)).length,
});

/** What a checker is made from, to see whether a change of settings asks for a new one. */
const checkerSettings = ({ disabledRules, enabledRules, ownWords, language }: Settings) =>
  JSON.stringify([disabledRules, enabledRules, ownWords, language]);

/** A frame without an address of its own (about:blank, srcdoc) has the origin of the page that made it. */
function hostOf({ origin, url = '' }: Browser.runtime.MessageSender = {}): string {
  const address = [origin, url].find((candidate) => candidate !== undefined && URL.canParse(candidate));
  return address === undefined ? '' : new URL(address).host;
}

/** Whether the other end is a page of the extension; a content script's sender has the address of its web page. */
const isOwnPage = (port: Browser.runtime.Port) => port.sender?.url?.startsWith(browser.runtime.getURL('/')) ?? false;

/** Of the list that the seal opens, in CSS pixels. */
const LIST_WINDOW = { width: 420, height: 720 };

/** Asks the frames of a tab to connect. */
const wake = (tab: number): Promise<Waking> =>
  browser.tabs.sendMessage(tab, { type: CONNECT_REQUEST }).then(
    () => 'heard',
    async () => ((await isOlderTab(tab)) ? 'older' : 'none'),
  );

const setSite = (host: string, enabled: boolean) => void updateSettings((present) => withSite(present, host, enabled));

const menuEvents = {
  turnOff: (host: string) => setSite(host, false),
  pause: () => void updateSettings(() => ({ pausedUntil: Date.now() + PAUSE })),
};

export default defineBackground(() => {
  let settings = DEFAULT_SETTINGS;
  let checker: Checker | undefined;

  const locale = () => chooseLocale(settings.language, browser.i18n.getUILanguage());

  const makeChecker = () =>
    createChecker({
      rules,
      texts: textsIn(locale()),
      language: model.language,
      ownWords: new Set(settings.ownWords),
      disabledRules: new Set(settings.disabledRules),
      enabledRules: new Set(settings.enabledRules),
      onRuleError: (ruleId, error) => console.error(ruleId, error),
      onRuleStopped: (ruleId) => console.warn(ruleId, 'took too long and is left out of this text'),
    });

  const describe = (document: Document) => {
    const description = describeDocument(document);
    return description && nameDocument(description, locale());
  };

  const nameRule = (ruleId: string) => textsIn(locale()).rules[ruleId]?.title ?? ruleId;

  const renewChecker = () => {
    checker = undefined;
    sessions.recheck();
    proofs.recheck();
  };

  /** The first text to check starts the loading; the texts open by then are checked again with it. */
  const model = new ModelLoader({
    read: readModelFile,
    open: loadLanguage,
    changed: (state, error) => {
      if (error) console.error('the language model', error);
      sessions.tellModel(state);
      proofs.tellModel(state);
      if (state.status === 'ready') renewChecker();
    },
    later: (task, milliseconds) => void setTimeout(task, milliseconds),
  });

  const openCheck = (scope: CheckScope) => {
    model.start();
    checker ??= makeChecker();
    return checker.open(scope);
  };

  const setRule = (ruleId: string, on: boolean) => {
    const rule = rules.find(({ id }) => id === ruleId);
    if (rule) void updateSettings((present) => withRule(present, rule, on));
  };

  const later = (task: () => void) => void setTimeout(task);

  const sessions = new Sessions(
    {
      openCheck: () => openTextCheck(openCheck('document'), describe, nameRule),
      showBadge: (tab, badge) => void showBadge(tab, badge),
      ignore: (issues) => void updateSettings((present) => withIgnored(present, issues, Date.now())),
      stopIgnoring: (keys) => void updateSettings((present) => withoutIgnored(present, keys)),
      silence: (ruleId, words, silenced) =>
        void updateSettings((present) =>
          silenced ? withSilenced(present, { ruleId, words }, Date.now()) : withoutSilenced(present, { ruleId, words }),
        ),
      setRule,
      setWord: (word, own) => void updateSettings(({ ownWords }) => ({ ownWords: withItem(ownWords, word, own) })),
      setSite,
      explain: (ruleId) => reasonOf(ruleId, locale()),
      openList: (tab) =>
        // Firefox takes a press in a page for no reason to open its sidebar.
        void openSidePanel({ tabId: tab }).catch(() =>
          browser.windows.create({
            url: browser.runtime.getURL(`/popup.html?tab=${tab}`),
            type: 'popup',
            ...LIST_WINDOW,
          }),
        ),
      openRule: (ruleId) => void browser.tabs.create({ url: browser.runtime.getURL(`/options.html#rule=${ruleId}`) }),
      hideSeal: (host) =>
        void updateSettings(({ sealHiddenHosts }) =>
          host === undefined ? { seal: false } : { sealHiddenHosts: withItem(sealHiddenHosts, host, true) },
        ),
      wake,
      now: () => Date.now(),
      later,
    },
    sessionSettings(settings),
  );

  const proofs = new ProofSessions(
    {
      openCheck: (scope) => {
        const session = openCheck(scope);
        // Cells and notes make no document of a kind.
        const describeText = scope === 'document' ? describe : () => undefined;
        return { prepare: (text) => session.prepare(text), check: openTextCheck(session, describeText, nameRule) };
      },
      setRule,
      later,
      now: () => performance.now(),
    },
    model.state,
  );

  const apply = (next: Settings) => {
    const needsChecker = checkerSettings(next) !== checkerSettings(settings);
    const isRenamed = settings !== DEFAULT_SETTINGS && next.language !== settings.language;
    settings = next;
    applyLocale(settings);
    if (isRenamed) void makeMenus(menuEvents);
    sessions.configure(sessionSettings(settings));
    const rest = settings.pausedUntil - Date.now();
    if (rest > 0 && rest <= PAUSE) setTimeout(() => sessions.configure(sessionSettings(settings)), rest);
    if (needsChecker) renewChecker();
  };
  const ready = loadSettings().then(apply);
  watchSettings(apply);

  const connect = (port: Browser.runtime.Port): Connection | undefined => {
    const post = (message: unknown) => port.postMessage(message);
    const { tab, frameId } = port.sender ?? {};
    if (port.name === FRAME_PORT && tab?.id !== undefined && frameId !== undefined)
      return sessions.connectFrame({ tab: tab.id, frame: frameId, host: hostOf(port.sender) }, post);
    if (port.name === CHECKLIST_PORT && isOwnPage(port)) return sessions.connectChecklist(post);
    if (port.name === PROOF_PORT && isOwnPage(port)) return proofs.connect(post);
    return undefined;
  };

  answerMenus(menuEvents);
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === 'open-panel' && tab?.windowId !== undefined) void openSidePanel({ windowId: tab.windowId });
  });
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    void ready.then(() => makeMenus(menuEvents));
    onInstalled(reason, previousVersion).catch((error) => console.error('after the installation', error));
  });

  browser.runtime.onConnect.addListener((port) => {
    const connection = connect(port);
    if (!connection) {
      port.disconnect();
      return;
    }
    // What arrives before the settings are known waits for them, in order.
    port.onMessage.addListener((message) => void ready.then(() => connection.receive(message)));
    port.onDisconnect.addListener(() => void ready.then(() => connection.disconnect()));
  });
});
