import type { Excerpt } from '../../../../model';

/** Lines of a file with their numbers. */
export function CodeLines({ excerpt, label }: { readonly excerpt: Excerpt; readonly label: string }) {
  return (
    <figure class="code">
      <figcaption>{label}</figcaption>
      <ol start={excerpt.first} tabIndex={0} aria-label={label}>
        {excerpt.lines.map((line, index) => (
          <li key={index} value={excerpt.first + index} class={index === 0 ? 'here' : ''}>
            <code>{line === '' ? ' ' : line}</code>
          </li>
        ))}
      </ol>
    </figure>
  );
}
