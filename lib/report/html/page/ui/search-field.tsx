export interface SearchFieldProps {
  readonly name: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Words to look for. */
export function SearchField({ name, hint, value, onChange }: SearchFieldProps) {
  return (
    <label class="wide">
      {name}
      <input
        type="search"
        value={value}
        placeholder={hint}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}
