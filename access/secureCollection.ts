import type { CollectionConfig, GlobalConfig } from 'payload'
import type { AnyAction } from '@/hooks/actions/define'
import { actionEndpoints } from '@/hooks/actions/endpoints'
import { registerActions } from '@/hooks/actions/registry'
import { logReads } from '@/hooks/audit/reads'
import { confirmWrite, intendWrite } from '@/hooks/audit/writes'
import { checkReferences } from '@/hooks/checkReferences'
import { checkScopeAfter, hideOutOfScope } from '@/hooks/checkScope'
import {
  checkTypes,
  checkTypesOfGlobal,
  readWholeNumbers,
  readWholeNumbersOfGlobal,
} from '@/hooks/checkTypes'
import { enforceOnChange, enforceOnDelete, keepOverrides } from '@/hooks/enforceRules'
import { guardQuery } from '@/hooks/guardQuery'
import { refuseUnknownValues } from '@/hooks/knownValues'
import { type LabelSource, labelPart2, part2Field } from '@/hooks/labelPart2'
import { nameNextPage, pageAfter } from '@/hooks/longReads/pageAfter'
import { rememberRemoval } from '@/hooks/longReads/removals'
import { claimRevision, readGivenRevision } from '@/hooks/revision'
import { applyFilter, filterOfList } from '@/hooks/savedFilters/applyFilter'
import {
  answerTexts,
  overlayTexts,
  registerSealPlan,
  sealOnChange,
  unsealOnRead,
} from '@/hooks/sealConfidential'
import { sealFile } from '@/hooks/sealedFiles'
import { dropClientTimes, dropFileClaims, takeOverrides } from '@/hooks/stamp'
import { SEARCHED } from '@/src/domain/lists/searched'
import type { KeyRing } from '@/src/lib/keys'
import { arrangeFields } from './arrangeFields'
import { chartUpload, checkActions, guardedEndpoints } from './collectionParts'
import { isGranted, registerScopeKeys } from './decide'
import { globalAccess } from './documentAccess'
import { isExported, policyOf } from './policy'
import { actorOf } from './principal'
import type { ScopeKeys } from './scopes'
import { closed, confidentialNames, systemFields, walkFields } from './secureFields'
import { bySystem, isVisible, tableAccess, versionsAccess } from './tableAccess'
import { registerWithheld, withholdFields } from './withheld'

// A screen full: what one looks for is rarely among ten.
const listPages = { defaultLimit: 25, limits: [10, 25, 50, 100] }

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
    fields: arrangeFields(slug, fields),
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
      read: tableAccess(slug, 'read'),
      update: tableAccess(slug, 'update'),
      delete: tableAccess(slug, 'delete'),
      readVersions: versionsAccess(slug),
      unlock: closed,
      admin: ({ req }) => actorOf(req).kind === 'staff',
    },
    endpoints: [
      ...(config.endpoints || []),
      ...guardedEndpoints(config),
      ...actionEndpoints(slug, actions),
    ],
    admin: {
      ...config.admin,
      // For programs there is /api/docs.
      hideAPIURL: true,
      pagination: listPages,
      hidden: config.admin?.hidden ?? (({ user }) => !isVisible(slug, user)),
      baseFilter: filterOfList(slug),
      ...(SEARCHED[slug] ? { listSearchableFields: Object.keys(SEARCHED[slug]) } : {}),
      components: {
        ...config.admin?.components,
        views: {
          ...config.admin?.components?.views,
          list: { Component: '/components/admin/listSearch/ListPage#ListPage' },
        },
        beforeListTable: [
          '/components/admin/listSearch/ListSearch#ListSearch',
          '/components/admin/listFilters/ListFilters#ListFilters',
          ...(isExported(slug) ? ['/components/admin/listExport/ExportList#ExportList'] : []),
          ...(config.admin?.components?.beforeListTable ?? []),
        ],
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
        refuseUnknownValues,
        applyFilter,
        guardQuery,
        pageAfter,
        hideOutOfScope,
        readGivenRevision,
        takeOverrides,
        dropFileClaims,
        readWholeNumbers,
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
      beforeDelete: [...(hooks.beforeDelete ?? []), rememberRemoval],
      beforeRead: [...(names.length ? [unsealOnRead] : []), ...(hooks.beforeRead ?? [])],
      ...(hooks.afterRead ? { afterRead: hooks.afterRead } : {}),
      afterOperation: [
        withholdFields,
        ...(options.audit === 'chart' ? [logReads] : []),
        nameNextPage,
        ...(hooks.afterOperation ?? []),
      ],
    },
  }
}

/** The only way to register a global. */
export const secureGlobal = (config: GlobalConfig): GlobalConfig => {
  const { slug } = config
  policyOf(slug)
  return {
    ...config,
    fields: walkFields(config.fields, slug, ''),
    lockDocuments: false,
    endpoints: [...(config.endpoints || []), globalAccess(slug)],
    access: {
      read: tableAccess(slug, 'read'),
      update: tableAccess(slug, 'update'),
      readVersions: closed,
    },
    hooks: {
      ...config.hooks,
      beforeOperation: [readWholeNumbersOfGlobal, ...(config.hooks?.beforeOperation ?? [])],
      beforeValidate: [checkTypesOfGlobal, ...(config.hooks?.beforeValidate ?? [])],
    },
    admin: {
      ...config.admin,
      hideAPIURL: true,
      hidden: config.admin?.hidden ?? (({ user }) => !isVisible(slug, user)),
    },
  }
}
