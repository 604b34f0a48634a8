type AboutMany = {
  chainId: string | number
  actorId: string | number
  at: string | number
  patientIds: string | number
}

export type SubjectRow = {
  uniqueKey: string
  chainId: string
  actorId: string
  patient: string
  at: string
  createdAt: string
  updatedAt: string
}

/**
 * Index rows for events about several patients, so that one patient's accesses are found without reading
 * the whole log: one per chain (a process's day), person and patient, with the first moment. `known` are
 * the keys of the chain that have theirs. An event about one patient has the column `patient` for that.
 */
export const subjectsOf = (row: AboutMany, known: ReadonlySet<string>): Map<string, SubjectRow> => {
  const made = new Map<string, SubjectRow>()
  const patients = String(row.patientIds).split(' ').filter(Boolean)
  if (patients.length < 2) return made
  const { chainId, at } = { chainId: String(row.chainId), at: String(row.at) }
  const actorId = String(row.actorId ?? '')
  for (const patient of patients) {
    const uniqueKey = `${chainId}|${actorId}|${patient}`
    if (known.has(uniqueKey)) continue
    made.set(uniqueKey, { uniqueKey, chainId, actorId, patient, at, createdAt: at, updatedAt: at })
  }
  return made
}
