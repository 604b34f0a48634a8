import type {
  Access,
  AccessResult,
  CollectionConfig,
  CollectionSlug,
  Endpoint,
  Field,
  FieldAccess,
  GlobalConfig,
  PayloadRequest,
} from 'payload'
import type { AnyAction } from '@/hooks/actions/define'
import { actionEndpoints } from '@/hooks/actions/endpoints'
import { idempotentCreate } from '@/hooks/actions/idempotentCreate'
import { registerActions } from '@/hooks/actions/registry'
import { logDownload } from '@/hooks/audit/downloads'
import { logReads } from '@/hooks/audit/reads'
import { confirmWrite, intendWrite } from '@/hooks/audit/writes'
import { checkReferences } from '@/hooks/checkReferences'
import { checkScopeAfter, hideOutOfScope } from '@/hooks/checkScope'
import { checkTypes } from '@/hooks/checkTypes'
import { enforceOnChange, enforceOnDelete, keepOverrides } from '@/hooks/enforceRules'
import { guardQuery } from '@/hooks/guardQuery'
import { type LabelSource, labelPart2, part2Field } from '@/hooks/labelPart2'
import { normalizeDateField } from '@/hooks/normalizeDates'
import { claimRevision, readGivenRevision } from '@/hooks/revision'
import {
  answerTexts,
  overlayTexts,
  registerSealPlan,
  sealOnChange,
  unsealOnRead,
} from '@/hooks/sealConfidential'
import { registerFilePlan, sealFile, sendFile } from '@/hooks/sealedFiles'
import { dropClientTimes, dropFileClaims, takeOverrides } from '@/hooks/stamp'
import type { KeyRing } from '@/src/lib/keys'
import { systemMarkOf } from './asSystem'
import {
  decide,
  decideOne,
  isEmergencyRow,
  isGranted,
  isReadInEmergencyOnly,
  registerScopeKeys,
} from './decide'
import { documentAccess } from './documentAccess'
import { closedDoor } from './doors'
import { fieldClassOf, isOpenInEmergency, isReadByAll, mayRead, mayWrite } from './fieldClasses'
import { actionsIn, policyOf } from './policy'
import { prefillFromAddress } from './prefillFromAddress'
import { actorOf } from './principal'
import type { ScopeKeys } from './scopes'
import { isTakenOut, registerWithheld, withholdFields } from './withheld'

export type SecureOptions = {
  /** Columns that carry the scope, where they are not `patient` and `staff`. */
  scope?: Partial<Omit<ScopeKeys, 'slug'>>
  /** `chart` also logs reads; `writes` logs changes; `none` only for what the log itself needs. */
  audit: 'chart' | 'writes' | 'none'
  actions?: readonly AnyAction[]
  /** Where confidential text belongs; needed as soon as a field is confidential. */
  confidential?: { subject: string; ring?: KeyRing }
  /** Carries the label of 42 CFR part 2, taken over from the patient and from these records. */
  part2?: readonly LabelSource[]
  /** Rows stand still once written (log, ledger): no revision column. */
  isAppendOnly?: boolean
  /** Reference checks are off for what only the system writes. */
  isSystemOnly?: boolean
}

const readField = (slug: string, path: string): FieldAccess => {
  const fieldClass = fieldClassOf(slug, path)
  return ({ req, doc }) => {
    const actor = actorOf(req)
    if (mayRead(actor.principals, fieldClass)) return true
    if (!isOpenInEmergency(fieldClass)) return false
    // Without a row it is a filter or an order, which then only meets rows of the open chart.
    return doc ? isEmergencyRow(actor, slug, doc) : isReadInEmergencyOnly(actor, slug)
  }
}

const writeField =
  (slug: string, path: string): FieldAccess =>
  ({ req }) =>
    mayWrite(actorOf(req).principals, fieldClassOf(slug, path))

const anyone: FieldAccess = () => true

/**
 * Payload asks per field and row: where nobody could be refused, or the field is taken out of the whole
 * answer, the question is left out. A field the server fills keeps it, for GraphQL would demand a required field without one from the caller.
 */
const readRight = (field: Field, slug: string, path: string): { read?: FieldAccess } => {
  if (isTakenOut(slug, path)) return {}
  if (!isReadByAll(slug, path)) return { read: readField(slug, path) }
  const isFilled = 'required' in field && field.required && 'defaultValue' in field
  return isFilled ? { read: anyone } : {}
}

const walkFields = (fields: readonly Field[], slug: string, prefix: string): Field[] =>
  fields.map((field) => secureField(field, slug, prefix))

const secureField = (given: Field, slug: string, prefix: string): Field => {
  const field = prefix ? normalizeDateField(given) : prefillFromAddress(normalizeDateField(given))
  if (field.type === 'tabs') {
    return {
      ...field,
      tabs: field.tabs.map((tab) => ({
        ...tab,
        fields: walkFields(
          tab.fields,
          slug,
          'name' in tab && tab.name ? `${prefix}${tab.name}.` : prefix,
        ),
      })),
    }
  }
  if (field.type === 'row' || field.type === 'collapsible')
    return { ...field, fields: walkFields(field.fields, slug, prefix) }
  if (!('name' in field) || !field.name) return field
  const path = `${prefix}${field.name}`
  const access = 'access' in field ? field.access : undefined
  const secured = {
    ...field,
    access: {
      ...readRight(field, slug, path),
      create: access?.create ?? writeField(slug, path),
      update: access?.update ?? writeField(slug, path),
    },
  } as Field // every named field may carry access
  if ('fields' in secured && Array.isArray(secured.fields)) {
    return { ...secured, fields: walkFields(secured.fields, slug, `${path}.`) } as Field // group and array keep their type
  }
  return secured
}

const confidentialNames = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => confidentialNames(tab.fields))
    if (field.type === 'row' || field.type === 'collapsible') return confidentialNames(field.fields)
    return 'name' in field && field.custom?.['confidential'] ? [field.name] : []
  })

const closed = () => false

const hidden = (name: string, rest: Partial<Field> = {}): Field =>
  ({
    name,
    type: 'text',
    hidden: true,
    access: { create: closed, update: closed, read: closed },
    ...rest,
  }) as Field // text field

const revisionField: Field = {
  name: 'rev',
  type: 'number',
  admin: { hidden: true },
  access: { create: closed },
}

const bySystem = (req: PayloadRequest): boolean => systemMarkOf(req) !== null

const access =
  (slug: string, verb: string): Access =>
  async ({ req, id }): Promise<AccessResult> => {
    if (bySystem(req)) return true
    return id === undefined ? decide(req, slug, verb) : decideOne(req, slug, verb)
  }

/** A version row is judged by its document as it stands now, not by the snapshot. */
const versionsAccess =
  (slug: string): Access =>
  async ({ req }): Promise<AccessResult> => {
    const scope = await decide(req, slug, 'readVersions')
    if (typeof scope === 'boolean') return scope
    throw new Error(`access/matrix.ts: versions of "${slug}" can only be granted for all.`)
  }

const systemFields = (
  options: SecureOptions,
  hasConfidential: boolean,
  hasDrafts: boolean,
): Field[] => [
  ...(options.isAppendOnly || hasDrafts ? [] : [revisionField]),
  ...(hasConfidential
    ? [
        hidden('recordUid', { index: true } as Partial<Field>),
        hidden('sealed', { type: 'textarea', maxLength: 4_000_000 } as Partial<Field>),
      ] // ciphertext of all texts
    : []),
  ...(options.actions?.length ? [hidden('pendingAction', { index: true } as Partial<Field>)] : []),
  ...(options.isAppendOnly ? [] : [hidden('lastAction', { index: true } as Partial<Field>)]),
]

/** Files of a chart lie on the disk as ciphertext, and leave only after the log says so. */
const chartUpload = (
  slug: string,
  upload: CollectionConfig['upload'],
  patient: string,
): { upload?: CollectionConfig['upload'] } => {
  if (!upload) return {}
  const given = upload === true ? {} : upload
  if (!given.staticDir) throw new Error(`"${slug}" names no folder for its files.`)
  registerFilePlan({ slug, folder: given.staticDir, patient })
  const handlers = [logDownload(slug), ...(given.handlers ?? []), sendFile(slug)]
  return { upload: { ...given, disableLocalStorage: true, handlers } }
}

const checkActions = (slug: string, actions: readonly AnyAction[]): void => {
  const granted = actionsIn(slug)
  const defined = actions.map((action) => action.name)
  const unlisted = defined.filter((name) => !granted.includes(name))
  if (unlisted.length)
    throw new Error(`access/matrix.ts, row "${slug}": nobody holds ${unlisted.join(', ')}.`)
  const missing = granted.filter((name) => !defined.includes(name))
  if (missing.length)
    throw new Error(
      `access/matrix.ts, row "${slug}" grants ${missing.join(', ')}, which no action defines.`,
    )
}

const guardedEndpoints = (slug: string, hasVersions: boolean, isAuth: boolean): Endpoint[] => [
  documentAccess(slug),
  ...closedDoor('post', '/:id/duplicate'),
  ...(hasVersions
    ? []
    : [
        ...closedDoor('get', '/versions'),
        ...closedDoor('get', '/versions/:id'),
        ...closedDoor('post', '/versions/:id'),
      ]),
  ...(isAuth
    ? [
        ...closedDoor('post', '/first-register'),
        ...closedDoor('post', '/forgot-password'),
        ...closedDoor('post', '/reset-password'),
        ...closedDoor('post', '/unlock'),
        ...closedDoor('post', '/verify/:id'),
        ...closedDoor('get', '/init'),
      ]
    : []),
  idempotentCreate(slug as CollectionSlug),
]

/**
 * The only way to register a collection. Access comes from the policy table, fields from their
 * classes; rules, audit, revisions, sealed text, guards and actions are part of it. Throws, naming the
 * cell, when the table misses something.
 */
export const secureCollection = (
  config: CollectionConfig,
  options: SecureOptions,
): CollectionConfig => {
  const { slug } = config
  policyOf(slug)
  const has = (name: string) =>
    config.fields.some((field) => 'name' in field && field.name === name)
  registerScopeKeys({
    slug,
    patient: options.scope?.patient ?? 'patient',
    owner: options.scope?.owner ?? 'staff',
    ...(has('episode') ? { episode: 'episode' } : {}),
  })
  const actions = options.actions ?? []
  checkActions(slug, actions)
  registerActions(slug, actions)
  const hasVersions = Boolean(config.versions)
  const names = confidentialNames(config.fields)
  if (names.length && !options.confidential)
    throw new Error(`"${slug}" has confidential text but names no subject.`)
  if (names.length && options.confidential) {
    registerSealPlan({
      slug,
      fields: names,
      ring: options.confidential.ring ?? 'general',
      subject: options.confidential.subject,
    })
  }
  registerWithheld(slug, config.fields)
  const fields = [
    ...walkFields(config.fields, slug, ''),
    ...(options.part2 ? walkFields([part2Field()], slug, '') : []),
    ...systemFields(options, names.length > 0, hasVersions),
  ]
  const patientKey = options.scope?.patient ?? 'patient'
  const isAudited = options.audit !== 'none'
  const { hooks = {} } = config
  const keepsRevision = !options.isAppendOnly && !hasVersions
  const chart = options.audit === 'chart' ? chartUpload(slug, config.upload, patientKey) : {}
  return {
    ...config,
    ...chart,
    fields,
    forceSelect: {
      ...(names.length ? { recordUid: true, sealed: true } : {}),
      // Without whom it is about, a text cannot be opened.
      ...(options.confidential && has(options.confidential.subject)
        ? { [options.confidential.subject]: true }
        : {}),
      ...(options.audit === 'chart' && has(patientKey) ? { [patientKey]: true } : {}),
      ...config.forceSelect,
    },
    defaultSort: config.defaultSort,
    disableDuplicate: true,
    disableBulkEdit: true,
    disableBulkDelete: true,
    lockDocuments: false,
    access: {
      ...config.access,
      create: ({ req }) => bySystem(req) || isGranted(req, slug, 'create'),
      read: access(slug, 'read'),
      update: access(slug, 'update'),
      delete: access(slug, 'delete'),
      readVersions: versionsAccess(slug),
      unlock: closed,
      admin: ({ req }) => actorOf(req).kind === 'staff',
    },
    endpoints: [
      ...(config.endpoints || []),
      ...guardedEndpoints(slug, hasVersions, Boolean(config.auth)),
      ...actionEndpoints(slug, actions),
    ],
    admin: {
      ...config.admin,
      hidden: config.admin?.hidden ?? (({ user }) => !isVisible(slug, user)),
      components: {
        ...config.admin?.components,
        edit: {
          ...config.admin?.components?.edit,
          ...(actions.length
            ? {
                beforeDocumentControls: [
                  '/components/admin/actions/ActionBar#ActionBar',
                  ...(config.admin?.components?.edit?.beforeDocumentControls ?? []),
                ],
              }
            : {}),
        },
      },
    },
    hooks: {
      ...hooks,
      beforeOperation: [
        guardQuery,
        hideOutOfScope,
        readGivenRevision,
        takeOverrides,
        dropFileClaims,
        enforceOnDelete,
        ...(hooks.beforeOperation ?? []),
      ],
      beforeValidate: [
        checkTypes,
        dropClientTimes,
        ...(names.length ? [overlayTexts] : []),
        ...(hooks.beforeValidate ?? []),
      ],
      beforeChange: [
        ...(options.part2 ? [labelPart2(options.part2)] : []),
        ...(hooks.beforeChange ?? []),
        ...(options.isSystemOnly ? [] : [checkReferences]),
        checkScopeAfter,
        enforceOnChange,
        ...(keepsRevision ? [claimRevision] : []),
        ...(names.length ? [sealOnChange] : []),
        ...(chart.upload ? [sealFile] : []),
        ...(isAudited ? [intendWrite] : []),
      ],
      afterChange: [
        keepOverrides,
        ...(isAudited ? [confirmWrite] : []),
        ...(names.length ? [answerTexts] : []),
        ...(hooks.afterChange ?? []),
      ],
      beforeRead: [...(names.length ? [unsealOnRead] : []), ...(hooks.beforeRead ?? [])],
      ...(hooks.afterRead ? { afterRead: hooks.afterRead } : {}),
      afterOperation: [
        withholdFields,
        ...(options.audit === 'chart' ? [logReads] : []),
        ...(hooks.afterOperation ?? []),
      ],
    },
  }
}

const isVisible = (slug: string, user: unknown): boolean => {
  const roles =
    user && typeof user === 'object' && 'roles' in user ? (user as { roles?: unknown }).roles : []
  const held = Array.isArray(roles) ? roles : []
  const policy = policyOf(slug)
  return held.some((role) => {
    const scope = policy[role as keyof typeof policy]?.get('read') // roles of the signed-in person
    return scope !== undefined && scope !== 'emergency'
  })
}

/** The only way to register a global. */
export const secureGlobal = (config: GlobalConfig): GlobalConfig => {
  const { slug } = config
  policyOf(slug)
  return {
    ...config,
    fields: walkFields(config.fields, slug, ''),
    lockDocuments: false,
    access: {
      read: access(slug, 'read'),
      update: access(slug, 'update'),
      readVersions: closed,
    },
    admin: {
      ...config.admin,
      hidden: config.admin?.hidden ?? (({ user }) => !isVisible(slug, user)),
    },
  }
}
