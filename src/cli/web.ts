import { loadStyle, ownVersion, type Config } from "../config.js";
import type { Log } from "../log.js";
import { openDoors, type DoorsParts } from "../web/doors.js";
import type { Pulse } from "../web/health.js";
import { createSite } from "../web/site.js";
import type { Tellal } from "./tellal.js";

interface WebParts {
  config: Config;
  tellal: Pick<Tellal, "access" | "metrics" | "store" | "words">;
  pulse: Pulse;
  /** The platforms that call us. */
  routes: DoorsParts["routes"];
  /** Whether people may read here too. */
  pages?: boolean;
  log: Log;
  clock: () => number;
}

/** Opens the web page, and the paths at which platforms call; null where no port is given. */
export async function openWeb({ config, tellal, routes, pages = true, pulse, log, clock }: WebParts) {
  const { WEB_HOST: host, WEB_PORT: port } = config.env;
  if (port === undefined || (!pages && routes.size === 0)) return null;
  const { access, metrics, store, words } = tellal;
  metrics.watchProcess();
  const site = createSite({
    store,
    words,
    access,
    clock,
    css: loadStyle(),
    version: ownVersion(),
    metrics,
    pulse,
    log,
  });
  const doors = await openDoors({
    host,
    port,
    routes,
    otherwise: pages ? site : (_, response) => void response.writeHead(404).end(),
  });
  log.info(
    { host, port: doors.port, open: access.open, paths: [...routes.keys()] },
    "the web page is open, and the way in for the platforms' calls",
  );
  return doors;
}
