'use client'

import { fieldId } from './fieldId'
import type { Problem } from './sendRequest'
import { problemAt, TextField } from './TextField'

/** What a signature still lacks. */
export const signatureProblems = (values: Readonly<Record<string, string>>): Problem[] => [
  ...(values['agree']
    ? []
    : [
        {
          path: 'agree',
          message: 'Tick the box if you agree. If you have questions, call us first.',
        },
      ]),
  ...(values['signerName']
    ? []
    : [{ path: 'signerName', message: 'Type your full name to sign.' }]),
]

type Props = { problems: readonly Problem[]; agreement: string }

/** A box to tick and one's typed name: together they are the signature. */
export const SignatureFields = ({ problems, agreement }: Props) => {
  const problem = problemAt(problems, 'agree')
  const problemId = problem ? `${fieldId('agree')}-problem` : undefined
  return (
    <>
      <div className="field">
        {problem ? (
          <p className="problem" id={problemId}>
            {problem}
          </p>
        ) : null}
        <label className="choice">
          <input
            type="checkbox"
            id={fieldId('agree')}
            name="agree"
            value="yes"
            aria-invalid={problem ? true : undefined}
            aria-describedby={problemId}
          />
          {agreement}
        </label>
      </div>
      <TextField
        name="signerName"
        label="Your full name"
        help="Typing it here is your signature. We keep it with the date, the time and this exact text."
        autoComplete="name"
        maxLength={120}
        problem={problemAt(problems, 'signerName')}
      />
    </>
  )
}
