/** An empty queue says what that means and what comes next. */
export const Empty = ({ children }: { children: React.ReactNode }) => (
  <p className="ops-empty">{children}</p>
)
