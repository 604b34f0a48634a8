import { isCountable } from '@/src/domain/sharing/legalBases'
import { defineRule } from '../rule'

/** 45 CFR 164.528(b)(2): date, who and where, what, and why. Date and what are there always. */
export const disclosuresAreAccountedFor = defineRule({
  id: 'R63',
  title: 'What a patient may ask about later says where it went and why',
  area: 'sharing',
  appliesTo: [
    'disclosures:action:prepare',
    'disclosures:action:record',
    'disclosures:action:hide',
    'record-requests:action:fulfil',
  ],
  override: null,
  check: ({ change: { after, on } }) => {
    if (!isCountable(after['basis'])) {
      return on === 'action:hide'
        ? [
            {
              message:
                'This entry is in no list that the law lets an authority suspend. Leave it as it is.',
            },
          ]
        : []
    }
    if (on === 'action:hide') return []
    return [
      ...(String(after['recipientAddress'] ?? after['requesterAddress'] ?? '').trim()
        ? []
        : [
            {
              path: 'recipientAddress',
              message: 'Write where it goes: the patient may ask for a list of such disclosures.',
            },
          ]),
      ...(String(after['purpose'] ?? '').trim()
        ? []
        : [
            {
              path: 'purpose',
              message:
                'Write in a sentence what it is for: the patient may ask for a list of such disclosures.',
            },
          ]),
    ]
  },
})
