'use client'

type Props = { codes: readonly string[]; onDone: () => void }

/** Ten recovery codes, shown this one time. */
export const KeptCodes = ({ codes, onDone }: Props) => (
  <div className="stack">
    <p>
      If you lose your phone, one of these lets you in. Each works once, and they are shown{' '}
      <strong>this one time</strong>. Write them down or print them.
    </p>
    <ol className="codes">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ol>
    <div className="buttons">
      <button type="button" className="button" onClick={onDone}>
        I kept them
      </button>
      <button type="button" className="button button-plain" onClick={() => window.print()}>
        Print
      </button>
    </div>
  </div>
)
