/** Key of an event in the index of patients. */
export const eventKeyOf = (row: { chainId: string | number; seq: string | number }): string =>
  `${row.chainId}|${row.seq}`

/**
 * Index rows of an event about several patients, so that one patient's accesses are found without
 * reading the whole log. An event about one patient has the column `patient` for that.
 */
export const subjectsOf = (row: {
  chainId: string | number
  seq: string | number
  at: string | number
  patientIds: string | number
}): Record<string, unknown>[] => {
  const patients = String(row.patientIds).split(' ').filter(Boolean)
  if (patients.length < 2) return []
  const eventKey = eventKeyOf(row)
  return patients.map((patient) => ({
    uniqueKey: `${eventKey}|${patient}`,
    eventKey,
    patient,
    at: row.at,
    createdAt: row.at,
    updatedAt: row.at,
  }))
}
