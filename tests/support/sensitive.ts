/**
 * What asks the person again before it happens (step-up): every action of these records, but those named with
 * the reason why not. A new action on one of them stops the test until it is decided.
 */
export const sensitiveRecords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  staff: { 'end-sessions': 'Ends access, gives none.' },
  'role-grants': {
    decline: 'Gives nothing.',
    withdraw: 'Gives nothing.',
  },
  proxies: { revoke: 'Ends access, gives none.', refuse: 'Gives nothing.' },
  'portal-users': {
    deactivate: 'Ends access, gives none.',
    'end-sessions': 'Ends access, gives none.',
  },
  'break-glass-grants': { end: 'Ends access.', review: 'Reads a log and writes a finding.' },
  'api-clients': { revoke: 'Ends access: whoever sees a stolen key must be fast.' },
  'api-keys': { revoke: 'Ends access: whoever sees a stolen key must be fast.' },
  webhooks: { pause: 'Ends what leaves.', 'send-test': 'Tells nothing.' },
  'key-rotations': {},
  disclosures: {
    cancel: 'Nothing leaves.',
    hide: 'Changes what a list shows.',
    record: 'Writes down what left on paper.',
  },
  'destruction-lists': { decline: 'Nothing is destroyed.' },
  'legal-holds': { place: 'Keeps records.' },
  'part2-labels': { label: 'Protects more.' },
}

/** Single actions that are as sensitive on records that are not. */
export const sensitiveActions: readonly string[] = [
  'progress-notes.sign',
  'progress-notes.cosign',
  'addenda.sign',
  'addenda.cosign',
  'intake-assessments.sign',
  'intake-assessments.cosign',
  'treatment-plans.ready',
  'treatment-plans.approve',
  'record-requests.fulfil',
  'care-episodes.open-to-proxies',
]
