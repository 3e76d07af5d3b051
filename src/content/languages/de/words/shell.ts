/** Wörter im Kopf der Seite. */

export default {
  rooms: 'Räume',
  share: 'Teilen',
  embed: 'Einbetten',
  full: 'Den ganzen Playground öffnen',
  scenarios: 'Szenarien',
  lab: 'Labor',
  inspect: 'Untersuchen',
  'courier.starting': 'Service Worker · …',
  'courier.starting.why': 'Der Service Worker startet gerade. Eine Anfrage, die du jetzt sendest, wartet auf ihn.',
  'courier.service-worker': 'Service Worker · an',
  'courier.service-worker.why':
    'Ein Service Worker antwortet an Stelle der Server. Deshalb erscheint jeder Austausch auch in der Netzwerkanalyse deines Browsers.',
  'courier.in-page': 'In der Seite',
  'courier.in-page.why':
    'Dieselben Server antworten innerhalb dieser Seite. In der Netzwerkanalyse deines Browsers erscheint davon nichts, sonst ist alles gleich.',
  'courier.nothing-leaves': 'So oder so: Nichts, was du tippst, verlässt deinen Browser.',
  'because.embedded': 'Eingebettet verzichtet der Playground auf den Service Worker, damit er schnell lädt.',
  'because.insecure': 'Ein Service Worker braucht https oder localhost; diese Seite kam über einfaches http.',
  'because.sandboxed': 'Dieser Frame liegt in einer Sandbox ohne eigenen Origin und darf keinen Service Worker haben.',
  'because.storage-blocked': 'Dieser Browser sperrt den Speicher für diese Seite und damit auch Service Worker.',
  'because.unsupported': 'Dieser Browser bietet hier keine Service Worker an.',
  'because.outside-scope':
    'Die Adresse dieser Seite liegt außerhalb dessen, was der Service Worker bedienen darf: Öffne sie mit einem Schrägstrich am Ende.',
  'because.failed': 'Der Service Worker ist nicht gestartet.',
  'because.not-fetchable':
    'Das fetch des Browsers lehnt diese Anfrage ab (wegen der Methode, eines Headers oder der Form). Deshalb hat die Seite sie selbst überbracht.',
  language: 'Sprache',
  'language.failed': 'Die Sprache ließ sich nicht laden. Prüf die Verbindung und wähl sie noch einmal.',
  theme: 'Farben: {choice}',
  'theme.system': 'wie das System',
  'theme.light': 'hell',
  'theme.dark': 'dunkel',
  'refused.version': 'Dieser Link stammt von einem neueren Playground als diesem und lässt sich hier nicht abspielen.',
  'refused.malformed':
    'Dieser Link ist beschädigt und lässt sich nicht abspielen. Bitte noch einmal um ihn, und zwar vollständig.',
  'refused.too-long': 'Dieser Link ist länger als jeder, den der Playground selbst macht. Er wird nicht geöffnet.',
  'refused.scenario': 'Dieser Link gehört zu einem Szenario, das es hier nicht gibt.',
  'refused.what': 'Stattdessen siehst du das erste Szenario.',
}
