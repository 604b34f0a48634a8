import type { FieldRows } from '../fieldRights'

/** Settings of the practice and of its website. */
export const globals: FieldRows = {
  practice: {
    default: 'public',
    fields: {
      taxId: 'desk',
      submitterId: 'desk',
      receiverId: 'desk',
      receiverName: 'desk',
      isTestMode: 'desk',
      neutralSender: 'desk',
    },
  },
  'sign-in-settings': { default: 'desk' },
  setup: { default: 'desk', fields: { keyCopyOf: 'secret', mailTestedWith: 'secret' } },
  'rule-settings': { default: 'desk' },
  'site-header': { default: 'public' },
  'site-footer': { default: 'public' },
}
