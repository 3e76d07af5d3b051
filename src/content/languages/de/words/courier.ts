/** Wörter dafür, wer die Nachrichten trägt und warum. */

export default {
  'starting.why': 'Der Service Worker startet gerade. Eine Anfrage, die du jetzt sendest, wartet auf ihn.',
  'service-worker.why':
    'Ein Service Worker antwortet an Stelle der Server. Deshalb erscheint jeder Austausch auch in der Netzwerkanalyse deines Browsers.',
  'in-page.why':
    'Dieselben Server antworten innerhalb dieser Seite. In der Netzwerkanalyse deines Browsers erscheint davon nichts, sonst ist alles gleich.',
  'nothing-leaves': 'So oder so: Nichts, was du tippst, verlässt deinen Browser.',
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
}
