import { html } from "./html.js";
import type { Page, Visit, WebStore } from "./visit.js";

/** What is looked for, and how often somebody found a story irrelevant that a keyword brought. Changed by command, not here. */
export async function keywordsPage({ say, language, topics }: Visit, store: WebStore): Promise<Page> {
  const irrelevances = await store.feedback.irrelevances();
  const countOf = (topic: string, keyword: string) =>
    irrelevances.find((one) => one.topic === topic && one.keyword === keyword)?.count ?? 0;
  const body = html`<h1>${say("web-keywords")}</h1>
    <p>${say("web-keywords-how")}</p>
    ${topics.length === 0 ? html`<p class="none">${say("topics-none")}</p>` : null}
    ${topics.map(
      ({ id, name, keywords }) =>
        html`<section>
          <h2>${name[language]} <small>${say("web-keyword-count", { count: keywords.length })}</small></h2>
          <div class="scroll" tabindex="0" role="region" aria-label="${name[language]}">
            <table>
              <thead>
                <tr>
                  <th scope="col">${say("web-keyword")}</th>
                  <th scope="col" class="number">${say("button-irrelevant")}</th>
                </tr>
              </thead>
              <tbody>
                ${keywords.map(
                  (keyword) =>
                    html`<tr>
                      <td><code>${keyword}</code></td>
                      <td class="number">${countOf(id, keyword)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>
        </section>`,
    )}`;
  return { kind: "page", title: say("web-keywords"), body };
}
