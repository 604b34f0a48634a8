export type Figure = { label: string; value: string; href?: string; note?: string }

/** Figures side by side, each with its list one click away. */
export const Figures = ({ figures }: { figures: readonly Figure[] }) => (
  <dl className="ops-figures">
    {figures.map(({ label, value, href, note }) => (
      <div key={label}>
        <dt>{href ? <a href={href}>{label}</a> : label}</dt>
        <dd>{value}</dd>
        {note ? <dd className="ops-small ops-muted ops-figures__note">{note}</dd> : null}
      </div>
    ))}
  </dl>
)
