/** A plain form: works without JavaScript, and nothing of it is kept. */
export const SearchField = ({ value = '' }: { value?: string }) => (
  <search>
    <form className="search" method="get" action="/search">
      <div className="field">
        <label htmlFor="search-words">Search this website</label>
        <input
          id="search-words"
          type="search"
          name="q"
          defaultValue={value}
          maxLength={80}
          autoComplete="off"
        />
      </div>
      <button className="button secondary" type="submit">
        Search
      </button>
    </form>
  </search>
)
