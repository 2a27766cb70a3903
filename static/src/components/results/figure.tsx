import type { ComponentChildren, JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { OwnAnswer, PollTopic, Results } from "../../generated/contract";
import { figureOf, noteOf, shortened } from "../../models/figure";
import { readingOf } from "../../models/figure_kinds";
import { Mean } from "./mean";
import { Quadrant } from "./quadrant";
import { Quotes } from "./quotes";
import { Rows } from "./rows";
import { ResultTable } from "./table";

export interface ResultFigureProps {
  poll: PollTopic;
  /** The reader's own answer, to mark it; null on screens that belong to nobody. */
  own: OwnAnswer | null;
  size: "phone" | "stage" | "desk";
  /** Steered from outside; without it the figure has its own button. */
  paused?: boolean;
  /** Steered from outside; without it the figure has its own button. */
  asTable?: boolean;
  /** How many lines have room; of more, the most chosen ones are drawn. */
  most?: number;
}

/** The value as it was when `isHeld` began, until it ends or the value becomes another thing. */
export function useHeld<T>(value: T, isHeld: boolean, thing: string | number = ""): T {
  const held = useRef({ value, thing });
  if (!isHeld || held.current.thing !== thing) held.current = { value, thing };
  return held.current.value;
}

function Toggle(props: {
  isOn: boolean;
  flip: (isOn: boolean) => void;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <button
      type="button"
      class="button"
      aria-pressed={props.isOn}
      onClick={() => props.flip(!props.isOn)}
    >
      {props.children}
    </button>
  );
}

/** What a question within a question asks: right under the question on the big screen, under its heading elsewhere. */
function Ask(props: { size: ResultFigureProps["size"]; children: string }): JSX.Element {
  const Heading = props.size === "stage" ? "h2" : "h3";
  return <Heading class="figure__ask">{props.children}</Heading>;
}

interface DrawingProps extends Pick<ResultFigureProps, "poll" | "own" | "size" | "most"> {
  results: Results;
  asTable: boolean;
}

function Drawing(props: DrawingProps): JSX.Element {
  const { poll, results, own, size, asTable, most } = props;
  const figure = shortened(figureOf(poll, results, own), most ?? Number.POSITIVE_INFINITY);
  const kept = new Set(figure.lines.map((line) => line.key));
  const rows = results.rows.filter((row) => kept.has(String(row.id)));
  const drawn = figure.lines.length > 0 && (
    <>
      {!asTable && poll.axes && <Quadrant axes={poll.axes} rows={rows} />}
      {!asTable && !poll.axes && <Rows figure={figure} size={size} />}
      <ResultTable caption={poll.title} figure={figure} isShown={asTable} />
    </>
  );
  const [first, , needs] = poll.asks ?? [];
  return (
    <>
      {first ? (
        <div class="figure__parts">
          <section class="figure__part">
            <Ask size={size}>{first.title}</Ask>
            {drawn}
          </section>
          <Further {...props} />
        </div>
      ) : (
        drawn
      )}
      {results.mean !== null && poll.scale !== null && (
        <Mean
          mean={results.mean}
          labels={poll.scale.labels}
          before={results.before?.mean ?? null}
        />
      )}
      {needs && results.quotes.length > 0 && <Ask size={size}>{needs.title}</Ask>}
      {results.quotes.length > 0 && <Quotes quotes={results.quotes} label="Answers in own words" />}
    </>
  );
}

/** The second question within a question, drawn as the first. */
function Further(props: DrawingProps): JSX.Element | null {
  const { poll, results, own, size, asTable } = props;
  const [, ask] = poll.asks ?? [];
  if (!ask || !results.further) return null;
  const mine = own && { ...own, option_ids: [], value: own.second };
  const { before: _, hands: __, ...only } = results; // they belong to the first question within
  const figure = figureOf(poll, { ...only, rows: results.further }, mine);
  return (
    <section class="figure__part">
      <Ask size={size}>{ask.title}</Ask>
      {!asTable && <Rows figure={figure} size={size} />}
      <ResultTable caption={`${poll.title} ${ask.title}`} figure={figure} isShown={asTable} />
    </section>
  );
}

/** A poll's results, drawn and as a table. Draws nothing while they are hidden. */
export function ResultFigure(props: ResultFigureProps): JSX.Element | null {
  const [ownPaused, setPaused] = useState(false);
  const [ownTable, setTable] = useState(false);
  const poll = useHeld(props.poll, props.paused ?? ownPaused, props.poll.id);
  const { results } = poll;
  if (results === null || props.poll.results === null) return null;
  const hasRows = results.rows.length > 0;
  return (
    <figure class="figure" data-size={props.size} aria-label={`Results: ${poll.title}`}>
      <Drawing {...props} poll={poll} results={results} asTable={props.asTable ?? ownTable} />
      <figcaption class="meta">
        {noteOf(results)} {readingOf(poll, results)}
        {results.left !== undefined && ` ${results.left} more words were said more seldom.`}
      </figcaption>
      <div class="figure__acts">
        {hasRows && props.asTable === undefined && (
          <Toggle isOn={ownTable} flip={setTable}>
            Table
          </Toggle>
        )}
        {props.paused === undefined && (
          <Toggle isOn={ownPaused} flip={setPaused}>
            Pause updates
          </Toggle>
        )}
      </div>
    </figure>
  );
}
