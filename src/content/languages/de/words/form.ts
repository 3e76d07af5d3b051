/** Wörter der Ansicht „Formular“ im Bereich „Anfrage“. */

export default {
  headers: 'Header',
  'header-name': 'Name von Header {n}',
  'header-value': 'Wert von Header {n}',
  'remove-header': 'Header {n} entfernen',
  'add-header': 'Header hinzufügen',
  'no-headers': 'Noch keine Header. Eine Anfrage braucht mindestens `Host`.',
  'name-invalid':
    'Ein Name ist ein Wort aus Buchstaben, Ziffern und Bindestrichen. Bis das einer ist, behält die Anfrage den alten.',
  'not-headers.one': 'Eine Zeile ist keine Header-Zeile. Sie bleibt, wie sie ist; du siehst sie unter „Roh“.',
  'not-headers.many': '{count} Zeilen sind keine Header-Zeilen. Sie bleiben, wie sie sind; du siehst sie unter „Roh“.',
  body: 'Body',
}
