import { Text } from './Text';

/** What stands in place of a trace. */
export function Problem({ title, detail, help }: { title: string; detail: string; help: string }) {
  return (
    <main class="problem">
      <div role="alert" data-testid="problem">
        <h1>{title}</h1>
        <p>
          <Text of={detail} />
        </p>
        <p class="muted">{help}</p>
      </div>
    </main>
  );
}
