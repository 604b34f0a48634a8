import type { PayloadRequest } from 'payload'
import type { ImportKind } from '@/src/domain/imports/columns'
import type { FileIndex } from '@/src/domain/imports/fileIndex'
import type { Problem } from '@/src/domain/imports/problems'
import type { ImportRun } from '../run'
import type { OpenLine, StoredLine } from '../work/line'
import { appointmentWork } from './appointments'
import { patientWork } from './patients'
import { type Office, officeOf } from './people'
import { policyWork } from './policies'

export type KindContext = {
  req: PayloadRequest
  run: ImportRun
  /** The practice's own lists; read once for many lines. */
  office: () => Promise<Office>
}

export const kindContext = (req: PayloadRequest, run: ImportRun): KindContext => {
  let office: Promise<Office> | null = null
  return {
    req,
    run,
    office: () => {
      office ??= officeOf(req)
      return office
    },
  }
}

export type Written = {
  slug: string
  id: string
  /** The record was here before; the line only points at it. */
  isLinked?: boolean
  /** The line gave the record that was here its record number. */
  gaveNumber?: boolean
}

/** What is particular about a kind of record. */
export type KindWork = {
  /** What stands against the practice, by line; questions are few, however many lines. */
  check: (
    context: KindContext,
    lines: readonly OpenLine[],
    index: FileIndex,
  ) => Promise<Map<number, Problem[]>>
  /** Makes the record of a line, once, however often it is asked. Throws a Refusal when it cannot be. */
  write: (context: KindContext, line: OpenLine) => Promise<Written>
  /** What points at the records by now, in words, by id. */
  inUse: (context: KindContext, ids: readonly string[]) => Promise<Map<string, string>>
  /** Takes a record back. Throws a Refusal where somebody changed it since. */
  undo: (context: KindContext, row: StoredLine) => Promise<void>
  /** What goes with it, once it is; changes nothing when it runs again. */
  afterUndo?: (context: KindContext, row: StoredLine) => Promise<void>
}

const works: Readonly<Record<ImportKind, KindWork>> = {
  patients: patientWork,
  policies: policyWork,
  appointments: appointmentWork,
}

export const kindWork = (kind: ImportKind): KindWork => works[kind]
