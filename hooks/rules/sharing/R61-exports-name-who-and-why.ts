import type { Actor } from '@/access/principal'
import { idIn, type Row } from '@/src/domain/row'
import { isForProviders, needsRelease } from '@/src/domain/sharing/legalBases'
import { classesIn } from '@/src/domain/sharing/recordClasses'
import { beyondScope } from '@/src/domain/sharing/scope'
import type { Finding } from '@/src/lib/errors'
import { defineRule } from '../rule'
import { isSameName, type Leaving, type SharingFacts, sharingFacts } from './sharingFacts'

const shareable = ['general', 'part2', 'part2Tpo', 'part2Proceedings']

const releaseFindings = (leaving: Leaving, release: Row | null): Finding[] => {
  if (!release || idIn(release, 'patient') !== leaving.patient) {
    return [
      {
        path: 'release',
        message: `No release on file for ${leaving.recipientName}. Ask the patient to sign one, or choose another ground.`,
      },
    ]
  }
  if (!shareable.includes(String(release['kind']))) {
    return [
      {
        path: 'release',
        message:
          'This release is about notes that are kept apart from the record. Choose a release of records.',
      },
    ]
  }
  const scope = (name: string) => String(release[name] ?? '') || null
  return [
    ...(isSameName(leaving.recipientName, release['recipientName'])
      ? []
      : [
          {
            path: 'recipientName',
            message: `The release is for ${String(release['recipientName'])}, not for ${leaving.recipientName}. Write the name as in the release, or ask for a new one.`,
          },
        ]),
    ...beyondScope(
      { classes: leaving.classes, from: leaving.from, to: leaving.to },
      {
        classes: String(release['classes'] ?? ''),
        from: scope('recordsFrom'),
        to: scope('recordsTo'),
      },
    ).map((message) => ({ path: 'classes', message })),
  ]
}

/** A ground that cannot carry this recipient. */
const groundFindings = ({ basis, recipientKind }: Leaving): Finding[] => {
  if (isForProviders(basis) && recipientKind !== 'provider') {
    return [
      {
        path: 'basis',
        message:
          'Only another provider gets records for treatment. Choose the release the patient signed, or another ground.',
      },
    ]
  }
  if (basis === 'individual' && recipientKind !== 'patient') {
    return [
      {
        path: 'basis',
        message:
          "This ground is for the patient's own copy. Somebody else needs a release, a court order or another ground.",
      },
    ]
  }
  if (basis === 'payment' && recipientKind !== 'insurer') {
    return [
      {
        path: 'basis',
        message: 'Only an insurer gets records for payment. Choose another ground.',
      },
    ]
  }
  return []
}

const roleFindings = (leaving: Leaving, actor: Actor): Finding[] =>
  classesIn(leaving.classes).includes('billing') && !actor.principals.includes('compliance')
    ? [
        {
          path: 'classes',
          message: 'Charges are sent by compliance. Leave them out, or ask compliance.',
        },
      ]
    : []

/** Who it is for and why is asked by the form; whether the ground carries it is asked here. */
export const exportsNameWhoAndWhy = defineRule<SharingFacts>({
  id: 'R61',
  title: 'Records leave for a named person and purpose, on a ground that covers them',
  area: 'sharing',
  appliesTo: [
    'disclosures:action:prepare',
    'disclosures:action:record',
    'record-requests:action:fulfil',
  ],
  override: { roles: ['compliance'] },
  facts: sharingFacts,
  check: ({ actor, change, facts: { leaving, release } }) => {
    // A list of who got something is no record that leaves.
    if (change.slug === 'record-requests' && change.after['kind'] === 'accounting') return []
    return [
      ...(change.slug === 'record-requests' && !classesIn(leaving.classes).length
        ? [{ path: 'classes', message: 'Choose what to share: at least one part of the record.' }]
        : []),
      ...groundFindings(leaving),
      ...(needsRelease(leaving.basis) ? releaseFindings(leaving, release) : []),
      ...(change.on === 'action:record' ? [] : roleFindings(leaving, actor)),
    ]
  },
})
