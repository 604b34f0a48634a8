type Rows<Row> = Readonly<Record<string, Row>>

/** One table of several areas, in their order. Two rows for one collection stop the start: one would hide the other. */
export const assembleRows = <Row>(areas: readonly Rows<Row>[], folder: string): Rows<Row> => {
  const rows = areas.flatMap((area) => Object.entries(area))
  const slugs = rows.map(([slug]) => slug)
  const twice = slugs.find((slug, index) => slugs.indexOf(slug) !== index)
  if (twice) throw new Error(`"${twice}" has two rows in ${folder}. Keep one.`)
  return Object.fromEntries(rows)
}
