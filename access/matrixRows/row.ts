/** Verb/scope pairs by principal; several principals may share a cell. A principal without one stops the start. */
type Row = Readonly<Partial<Record<string, string>>>

/** Rows of an area by collection. */
export type Rows = Readonly<Record<string, Row>>

const everyone =
  'owner director clinician supervisor intern frontDesk biller hr marketing compliance patient proxy apiClient anonymous'
export const staff =
  'owner director clinician supervisor intern frontDesk biller hr marketing compliance'
export const outside = 'patient proxy apiClient anonymous'

/** Kept by the system itself; nobody has a door to it. */
export const closed: Row = { [everyone]: '-' }
