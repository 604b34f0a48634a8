import { columnsOf, importKinds } from '@/src/domain/imports/columns'
import { importLimits } from '@/src/domain/imports/limits'
import { made } from './docPages'

const cell = (text: string): string => text.replaceAll('|', '\\|')

const most = (number: number): string => number.toLocaleString('en-US')

const table = (kind: (typeof importKinds)[number]['value']): string => {
  const rows = columnsOf(kind).map(({ also, help, isRequired, label }) => {
    const others = also.length ? `Also: ${also.join(', ')}.` : ''
    return `| ${cell(label)} | ${isRequired ? 'yes' : ''} | ${cell([help, others].filter(Boolean).join(' '))} |`
  })
  return ['| Column | Required | What it takes |', '|---|---|---|', ...rows].join('\n')
}

const intro = `# Import from CSV

Patients, insurance policies and appointments of another system come in from CSV files: on the page **Import** of the
office (menu Practice), or by the API. Who may enter a kind of record by hand may import it: the owner and the front desk
patients, the front desk and billing policies, the owner, the clinical director and the front desk appointments.

1. **Upload.** UTF-8, UTF-16 or Windows-1252; cells parted by comma, semicolon, tab or bar. At most
   ${most(importLimits.lines)} lines, ${importLimits.columns} columns and ${importLimits.bytes / 1024 / 1024} MB; split larger files. The same file a second time is
   recognized. Every cell is text: nothing is taken for a formula.
2. **Columns.** Guessed from the headings, yours to change, and remembered for the next file with the same headings.
3. **Check.** Every problem by line and column, in a sentence. The list can be downloaded. A cell is mended on the page, a line
   left out, or the file mended and uploaded anew. Who may be somebody that is here, or on another line, waits for an answer:
   the same person (the record here takes the record number, nothing else) or a new one.
4. **Start.** Nothing is written while one line has a problem. Every line is checked once more, then becomes a record by the
   same rules as by hand. Nobody is e-mailed. One import writes at a time; it goes on when the page is left, and after a crash
   or a restart, with each line once. If whoever started it may not import any more, it stands still until somebody goes on.
5. **Take it back.** What the import brought and nobody touched since is marked as entered in error: patients and policies
   voided, visits canceled without a word to the patient. What somebody worked with stays and is listed with the reason. The
   record numbers, and the file, may come again.

The file and its lines are encrypted, and gone once they are records. What was never started is deleted after
${importLimits.keptDays} days.

On two cores 20,000 patients are read in four seconds, checked in twenty and imported in about ten minutes, within the memory
of an idle server and 300 MB more; a file of 100,000 lines is refused in two seconds.
`

const sections: Readonly<Record<string, string>> = {
  patients: `Whoever has a *Clinician* gets them onto the care team from today. A caseload may grow over its limit by an import: these
people are in care already. Consents are not imported: papers are asked for before the first session here (R07).`,
  policies:
    'The patients come first: a policy finds its patient by the record number. Coverage counts as not checked yet (R14).',
  appointments: `Visits that are still to come; sessions that took place stay in the system before. The clinician has to be on the care team
(the *Clinician* of the patients' file is), the time free, and no closure or absence on it. A second visit asks for an initial
assessment: *Assessed on* in the patients' file says that there was one (R17).`,
}

const api = `## By the API

A signed-in person does all this over REST, and so does an API client that was granted \`patients:read\` and, of \`import-runs\`,
\`upload\`, \`map\`, \`check\`, \`start\`, \`undo\` and \`read\`, as well as \`import-lines:read\`. It sees its own imports alone.

\`\`\`
POST /api/import-runs/file            multipart: file, _payload={"kind":"patients","fileName":"all.csv"}
POST /api/import-runs/upload          {"kind":"patients","text":"…"}
POST /api/import-runs/:id/continue    works for some seconds; answers status and counts; ask until it waits
POST /api/import-runs/:id/map         {"columns":"recordNumber,firstName,lastName,,dateOfBirth","rev":1}
POST /api/import-runs/:id/check       checks again with the present columns
GET  /api/import-runs/:id/problems    ?page=1&limit=50, or problems.csv
POST /api/import-lines/:id/answer     {"answer":"same" | "new" | "out","rev":1}
POST /api/import-lines/:id/mend       {"column":"phone","value":"(503) 555-0142","rev":1}
POST /api/import-runs/:id/answer-all  {"answer":"new"}
POST /api/import-runs/:id/start
POST /api/import-runs/:id/undo        {"reason":"…"}
POST /api/import-runs/:id/resume, …/discard
\`\`\`

An \`Idempotency-Key\` makes each of them safe to repeat. Without \`continue\` the worker goes on every minute.
`

/** docs/import.md: what an import takes, from the list the product reads files by. */
export const importPage = (): string =>
  [
    made('src/domain/imports/columns.ts and scripts/lib/importPage.ts'),
    intro,
    ...importKinds.map(
      ({ label, value }) =>
        `## ${label}\n\nSample: [${value}.csv](samples/${value}.csv). ${sections[value]}\n\n${table(value)}\n`,
    ),
    api,
  ].join('\n')
