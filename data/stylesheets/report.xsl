<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The report of a plan, as a page that needs nothing else. What it reads is described in
     data/stylesheets/README.md. Every visible word stands in xsl:text, whose content is translated
     before the style sheet is compiled. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:p="urn:remit:plan:1" xmlns:r="urn:remit:report:1"
                xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="p r exsl">
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:strip-space elements="*"/>

  <xsl:param name="language" select="'en'"/>
  <xsl:param name="direction" select="'ltr'"/>
  <xsl:param name="today"/>

  <!-- Whole paths, so that not every key has all elements looked at. -->
  <xsl:key name="person" match="/p:plan/p:people/p:person" use="@id"/>
  <xsl:key name="skill" match="/p:plan/p:skills/p:skill" use="@id"/>
  <xsl:key name="role" match="/p:plan/p:roles/p:role" use="@id"/>
  <xsl:key name="team" match="/p:plan/p:teams/p:team" use="@id"/>
  <xsl:key name="slot" match="/p:plan/p:teams/p:team/p:slot" use="@id"/>
  <xsl:key name="decision" match="/p:plan/p:decisions/p:decision" use="@id"/>
  <xsl:key name="ladder" match="/p:plan/p:ladders/p:ladder" use="@id"/>
  <xsl:key name="children" match="/p:plan/p:teams/p:team" use="@parent"/>
  <xsl:key name="decisions" match="/p:plan/p:decisions/p:decision" use="@team"/>
  <xsl:key name="work" match="/p:plan/p:teams/p:team/p:slot/p:assignment" use="@person"/>
  <xsl:key name="right" match="/p:plan/p:decisions/p:decision/p:right"
      use="concat (../@team, ' ', @slot, @person, @role)"/>
  <xsl:key name="letter" match="/p:plan/p:decisions/p:decision/p:right"
      use="concat (../@id, ' ', @slot, @person, @role)"/>
  <xsl:key name="rule" match="/p:plan/r:finding" use="@rule"/>

  <!-- ── The page ─────────────────────────────────────────────────────────────────────────── -->

  <xsl:template match="/p:plan">
    <html lang="{$language}" dir="{$direction}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="generator" content="Remit"/>
        <meta name="color-scheme" content="light dark"/>
        <title><xsl:value-of select="@name"/></title>
        <xsl:call-template name="style"/>
      </head>
      <body>
        <header>
          <h1><xsl:value-of select="@name"/></h1>
          <xsl:apply-templates select="@purpose" mode="lines"/>
          <p class="dim">
            <xsl:apply-templates select="@status" mode="label"/>
            <xsl:if test="$today != ''">
              <xsl:value-of select="' · '"/>
              <xsl:call-template name="day"><xsl:with-param name="day" select="$today"/>
                </xsl:call-template>
            </xsl:if>
            <xsl:if test="@audience != 'full'">
              <xsl:value-of select="' · '"/>
              <xsl:choose>
                <xsl:when test="@audience = 'anonymous'">
                  <xsl:text>Without names and confidential details</xsl:text>
                </xsl:when>
                <xsl:otherwise><xsl:text>Without confidential details</xsl:text></xsl:otherwise>
              </xsl:choose>
            </xsl:if>
          </p>
        </header>
        <xsl:call-template name="contents"/>
        <main>
          <xsl:call-template name="summary"/>
          <xsl:if test="p:teams/p:team">
            <xsl:call-template name="map"/>
            <xsl:call-template name="board"/>
          </xsl:if>
          <xsl:if test="p:decisions/p:decision">
            <xsl:call-template name="rights"/>
            <xsl:call-template name="decisions"/>
          </xsl:if>
          <xsl:if test="r:finding"><xsl:call-template name="findings"/></xsl:if>
          <xsl:if test="p:conflicts/p:conflict"><xsl:call-template name="conflicts"/></xsl:if>
          <xsl:apply-templates select="r:skills | r:load"/>
          <xsl:if test="p:people/p:person"><xsl:call-template name="people"/></xsl:if>
        </main>
        <footer>
          <p class="dim">
            <xsl:text>Made with Remit.</xsl:text>
            <xsl:if test="p:history/@length &gt; 0">
              <xsl:value-of select="' '"/>
              <xsl:text>State of the history:</xsl:text>
              <xsl:value-of select="concat (' ', p:history/@length, ', ')"/>
              <code><xsl:value-of select="p:history/@head"/></code>
            </xsl:if>
          </p>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="contents">
    <xsl:variable name="title"><xsl:text>Contents</xsl:text></xsl:variable>
    <nav aria-label="{$title}">
      <ul>
        <li><a href="#summary"><xsl:text>Summary</xsl:text></a></li>
        <xsl:if test="p:teams/p:team">
          <li><a href="#map"><xsl:text>Map of the teams</xsl:text></a></li>
          <li><a href="#teams"><xsl:text>Teams</xsl:text></a></li>
        </xsl:if>
        <xsl:if test="p:decisions/p:decision">
          <li><a href="#rights"><xsl:text>Decision rights</xsl:text></a></li>
          <li><a href="#decisions"><xsl:text>Decisions</xsl:text></a></li>
        </xsl:if>
        <xsl:if test="r:finding"><li><a href="#findings"><xsl:text>Findings</xsl:text></a></li>
          </xsl:if>
        <xsl:if test="p:conflicts/p:conflict">
          <li><a href="#conflicts"><xsl:text>Conflicts</xsl:text></a></li>
        </xsl:if>
        <xsl:if test="r:skills"><li><a href="#skills"><xsl:text>Skills</xsl:text></a></li>
          </xsl:if>
        <xsl:if test="r:load"><li><a href="#load"><xsl:text>Load</xsl:text></a></li></xsl:if>
        <xsl:if test="p:people/p:person"><li><a href="#people"><xsl:text>People</xsl:text></a></li>
          </xsl:if>
      </ul>
    </nav>
  </xsl:template>

  <!-- ── Summary ──────────────────────────────────────────────────────────────────────────── -->

  <xsl:template name="summary">
    <xsl:variable name="slots" select="p:teams/p:team/p:slot"/>
    <xsl:variable name="open" select="p:decisions/p:decision[@status = 'proposed']"/>
    <section id="summary">
      <h2><xsl:text>Summary</xsl:text></h2>
      <dl class="tiles">
        <div><dt><xsl:text>Teams</xsl:text></dt><dd><xsl:value-of select="count (p:teams/p:team)"/>
          </dd></div>
        <div><dt><xsl:text>People</xsl:text></dt><dd>
          <xsl:value-of select="count (p:people/p:person)"/></dd></div>
        <div>
          <dt><xsl:text>Slots filled</xsl:text></dt>
          <dd><xsl:value-of select="count ($slots[p:assignment])"/><small>
            <xsl:value-of select="concat (' / ', count ($slots))"/></small></dd>
        </div>
        <div>
          <dt><xsl:text>Full-time equivalents</xsl:text></dt>
          <dd>
            <xsl:choose>
              <xsl:when test="function-available ('r:number')">
                <xsl:value-of select="r:number (sum ($slots/@fte) div 100)"/>
              </xsl:when>
              <xsl:otherwise><xsl:value-of select="sum ($slots/@fte) div 100"/></xsl:otherwise>
            </xsl:choose>
          </dd>
        </div>
        <xsl:if test="r:finding">
          <div>
            <dt><xsl:text>Open findings</xsl:text></dt>
            <dd><xsl:value-of select="count (r:finding[not (@accepted-by)])"/></dd>
          </div>
        </xsl:if>
        <div><dt><xsl:text>Open decisions</xsl:text></dt><dd><xsl:value-of select="count ($open)"/>
          </dd></div>
        <xsl:if test="p:conflicts/p:conflict">
          <div>
            <dt><xsl:text>Open conflicts</xsl:text></dt>
            <dd><xsl:value-of select="count (p:conflicts/p:conflict[not (@ended)])"/></dd>
          </div>
        </xsl:if>
      </dl>
      <xsl:if test="$open[@decide-by]">
        <h3 id="due"><xsl:text>Decisions due</xsl:text></h3>
        <div class="wide" role="group" aria-labelledby="due" tabindex="0">
          <table>
            <thead><tr>
              <th scope="col"><xsl:text>Decide by</xsl:text></th>
              <th scope="col"><xsl:text>Decision</xsl:text></th>
              <th scope="col"><xsl:text>Team</xsl:text></th>
            </tr></thead>
            <tbody>
              <xsl:for-each select="$open[@decide-by]">
                <xsl:sort select="@decide-by"/>
                <tr>
                  <td>
                    <xsl:if test="$today != '' and translate (@decide-by, '-', '') &lt; translate
                        ($today, '-', '')">
                      <xsl:attribute name="class">late</xsl:attribute>
                    </xsl:if>
                    <xsl:apply-templates select="@decide-by" mode="day"/>
                  </td>
                  <td><a href="#d-{@id}"><xsl:value-of select="@title"/></a></td>
                  <td><xsl:apply-templates select="key ('team', @team)" mode="link"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:if>
    </section>
  </xsl:template>

  <!-- ── Map: a line a team, under its parent, with how many of its slots are filled ────────────
      -->

  <xsl:key name="line" match="/line" use="@id"/>

  <xsl:template name="map">
    <xsl:variable name="order">
      <xsl:apply-templates select="p:teams/p:team[not (key ('team', @parent))]" mode="line"/>
    </xsl:variable>
    <!-- numbered, so that a line knows how far below its parent it is without counting -->
    <xsl:variable name="lines">
      <xsl:for-each select="exsl:node-set ($order)/line">
        <line n="{position ()}"><xsl:copy-of select="@*"/></line>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="n" select="count (exsl:node-set ($lines)/line)"/>
    <section id="map">
      <h2 id="map-head"><xsl:text>Map of the teams</xsl:text></h2>
      <div class="wide" role="group" aria-labelledby="map-head" tabindex="0">
        <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="map-title" class="map"
             viewBox="0 0 520 {28 * $n + 8}" width="520" height="{28 * $n + 8}">
          <title id="map-title">
            <xsl:text>Teams under their parent teams, with the share of filled slots</xsl:text>
          </title>
          <xsl:for-each select="exsl:node-set ($lines)/line">
            <xsl:variable name="x" select="4 + 22 * @depth"/>
            <xsl:variable name="y" select="28 * (position () - 1) + 4"/>
            <xsl:if test="@depth &gt; 0">
              <xsl:variable name="top" select="28 * key ('line', @parent)/@n + 2"/>
              <path class="branch" d="M {$x - 12} {$top} V {$y + 14} H {$x}"/>
            </xsl:if>
            <rect class="trough" x="{$x}" y="{$y + 2}" width="{400 - $x}" height="24" rx="6"/>
            <xsl:if test="@filled &gt; 0">
              <rect class="fill" x="{$x}" y="{$y + 2}" width="{(400 - $x) * @filled div @slots}"
                  height="24" rx="6"/>
            </xsl:if>
            <text x="{$x + 8}" y="{$y + 19}">
              <xsl:value-of select="substring (@name, 1, 52 - 3 * @depth)"/>
              <xsl:if test="string-length (@name) &gt; 52 - 3 * @depth">…</xsl:if>
            </text>
            <text class="figure" x="412" y="{$y + 19}">
              <xsl:value-of select="concat (@filled, ' / ', @slots)"/>
            </text>
          </xsl:for-each>
        </svg>
      </div>
    </section>
  </xsl:template>

  <!-- A line, and those of the teams under it. -->
  <xsl:template match="p:team" mode="line">
    <xsl:param name="depth" select="0"/>
    <line id="{@id}" parent="{@parent}" depth="{$depth}" name="{@name}" slots="{count (p:slot)}"
          filled="{count (p:slot[p:assignment])}"/>
    <xsl:if test="$depth &lt; 12">
      <xsl:apply-templates select="key ('children', @id)" mode="line">
        <xsl:with-param name="depth" select="$depth + 1"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>

  <!-- ── The board ────────────────────────────────────────────────────────────────────────── -->

  <xsl:template name="board">
    <section id="teams">
      <h2><xsl:text>Teams</xsl:text></h2>
      <div class="board"><xsl:apply-templates select="p:teams/p:team" mode="board"/></div>
    </section>
  </xsl:template>

  <xsl:template match="p:team" mode="board">
    <article id="t-{@id}">
      <h3><xsl:value-of select="@name"/></h3>
      <p class="dim">
        <xsl:apply-templates select="@topology" mode="label"/>
        <xsl:if test="key ('team', @parent)">
          <xsl:value-of select="' · '"/>
          <xsl:apply-templates select="key ('team', @parent)" mode="link"/>
        </xsl:if>
      </p>
      <xsl:apply-templates select="@purpose" mode="lines"/>
      <xsl:if test="p:slot">
        <ul class="slots"><xsl:apply-templates select="p:slot" mode="board"/></ul>
      </xsl:if>
    </article>
  </xsl:template>

  <xsl:template match="p:team" mode="link">
    <a href="#t-{@id}"><xsl:value-of select="@name"/></a>
  </xsl:template>

  <xsl:template match="p:slot" mode="board">
    <li id="s-{@id}">
      <xsl:if test="not (p:assignment)">
        <xsl:attribute name="class">
          <xsl:choose><xsl:when test="@required = 'true'">vacant</xsl:when>
            <xsl:otherwise>optional</xsl:otherwise></xsl:choose>
        </xsl:attribute>
      </xsl:if>
      <div class="head">
        <strong><xsl:call-template name="slot-name"/></strong>
        <span class="figure"><xsl:apply-templates select="@fte" mode="percent"/></span>
      </div>
      <xsl:for-each select="p:assignment">
        <div class="person">
          <span>
            <a href="#p-{@person}"><xsl:value-of select="key ('person', @person)/@name"/></a>
            <xsl:if test="@state != 'confirmed'">
              <xsl:value-of select="' · '"/>
              <xsl:apply-templates select="@state" mode="label"/>
            </xsl:if>
            <xsl:call-template name="period"/>
          </span>
          <span class="figure"><xsl:apply-templates select="@allocation" mode="percent"/></span>
        </div>
      </xsl:for-each>
      <xsl:if test="not (p:assignment)">
        <div class="dim">
          <xsl:choose>
            <xsl:when test="@required = 'true'"><xsl:text>Vacant</xsl:text></xsl:when>
            <xsl:otherwise><xsl:text>Vacant, optional</xsl:text></xsl:otherwise>
          </xsl:choose>
        </div>
      </xsl:if>
      <xsl:if test="p:needs">
        <div class="skills">
          <xsl:for-each select="p:needs">
            <span><xsl:value-of select="concat (key ('skill', @skill)/@name, ' ', @level)"/></span>
            <xsl:value-of select="' '"/>
          </xsl:for-each>
        </div>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:template name="slot-name">
    <xsl:choose>
      <xsl:when test="@name != ''"><xsl:value-of select="@name"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="key ('role', @role)/@name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ── Decision rights: a table a team, decisions by holders ──────────────────────────────────
      -->

  <xsl:template name="rights">
    <section id="rights">
      <h2><xsl:text>Decision rights</xsl:text></h2>
      <xsl:for-each select="p:teams/p:team[key ('decisions', @id)]">
        <h3><xsl:value-of select="@name"/></h3>
        <xsl:call-template name="matrix">
          <xsl:with-param name="team" select="@id"/><xsl:with-param name="title" select="@name"/>
          <xsl:with-param name="decisions" select="key ('decisions', @id)"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:variable name="others" select="p:decisions/p:decision[not (@team)]"/>
      <xsl:if test="$others">
        <xsl:variable name="title"><xsl:text>The whole plan</xsl:text></xsl:variable>
        <h3><xsl:value-of select="$title"/></h3>
        <xsl:call-template name="matrix">
          <xsl:with-param name="title" select="$title"/>
            <xsl:with-param name="decisions" select="$others"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="legend"/>
    </section>
  </xsl:template>

  <xsl:template name="matrix">
    <xsl:param name="team"/>
    <xsl:param name="title"/>
    <xsl:param name="decisions"/>
    <xsl:variable name="columns" select="$decisions/p:right[generate-id ()
        = generate-id (key ('right', concat ($team, ' ', @slot, @person, @role))[1])]"/>
    <div class="wide" role="group" aria-label="{$title}" tabindex="0">
      <table class="matrix">
        <thead><tr>
          <th scope="col"><xsl:text>Decision</xsl:text></th>
          <xsl:for-each select="$columns"><th scope="col"><xsl:call-template name="holder"/></th>
            </xsl:for-each>
        </tr></thead>
        <tbody>
          <xsl:for-each select="$decisions">
            <xsl:variable name="decision" select="@id"/>
            <tr>
              <th scope="row">
                <a href="#d-{@id}"><xsl:value-of select="@title"/></a>
                <xsl:value-of select="' '"/><small class="dim"><xsl:value-of select="@framework"/>
                  </small>
              </th>
              <xsl:for-each select="$columns">
                <td>
                  <xsl:for-each select="key ('letter', concat ($decision, ' ', @slot, @person,
                    @role))">
                  <xsl:variable name="meaning"><xsl:call-template name="letter"/></xsl:variable>
                  <abbr class="l-{@letter}" title="{$meaning}"><xsl:value-of select="@letter"/>
                    </abbr>
                </xsl:for-each></td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <!-- Who holds a right: the role, and under it who has the slot. -->
  <xsl:template name="holder">
    <xsl:choose>
      <xsl:when test="@slot">
        <xsl:for-each select="key ('slot', @slot)">
          <xsl:call-template name="slot-name"/>
          <xsl:for-each select="p:assignment">
            <br/><small class="dim"><xsl:value-of select="key ('person', @person)/@name"/></small>
          </xsl:for-each>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="@person"><xsl:value-of select="key ('person', @person)/@name"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="key ('role', @role)/@name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="letter">
    <xsl:choose>
      <xsl:when test="function-available ('r:letter')">
        <xsl:value-of select="r:letter (string (../@framework), string (@letter))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="@letter"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Each letter of each framework that occurs, once. -->
  <xsl:template name="legend">
    <xsl:variable name="meanings">
      <xsl:call-template name="meanings">
        <xsl:with-param name="rights" select="p:decisions/p:decision/p:right"/>
      </xsl:call-template>
    </xsl:variable>
    <h3><xsl:text>What the letters mean</xsl:text></h3>
    <dl class="legend">
      <xsl:for-each select="exsl:node-set ($meanings)/meaning">
        <xsl:sort select="@framework"/>
        <div>
          <dt><xsl:value-of select="concat (@framework, ' ')"/><abbr class="l-{@letter}">
            <xsl:value-of select="@letter"/></abbr></dt>
          <dd><xsl:value-of select="."/></dd>
        </div>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <!-- That of the first right, then of those with another one: there are few of them. By a key,
       each right would be compared with all that have the same. -->
  <xsl:template name="meanings">
    <xsl:param name="rights"/>
    <xsl:variable name="framework" select="$rights[1]/../@framework"/>
    <xsl:variable name="letter" select="$rights[1]/@letter"/>
    <xsl:for-each select="$rights[1]">
      <meaning framework="{$framework}" letter="{$letter}"><xsl:call-template name="letter"/>
        </meaning>
    </xsl:for-each>
    <xsl:if test="$rights">
      <xsl:call-template name="meanings">
        <xsl:with-param name="rights" select="$rights[@letter != $letter
          or ../@framework != $framework]"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- ── Decisions ────────────────────────────────────────────────────────────────────────── -->

  <xsl:template name="decisions">
    <section id="decisions">
      <h2><xsl:text>Decisions</xsl:text></h2>
      <xsl:apply-templates select="p:decisions/p:decision" mode="story"/>
    </section>
  </xsl:template>

  <xsl:template match="p:decision" mode="story">
    <article id="d-{@id}">
      <h3><xsl:value-of select="@title"/></h3>
      <p class="dim">
        <xsl:apply-templates select="@status" mode="label"/>
        <xsl:if test="key ('team', @team)">
          <xsl:value-of select="' · '"/>
          <xsl:apply-templates select="key ('team', @team)" mode="link"/>
        </xsl:if>
        <xsl:if test="@decide-by and @status != 'accepted'">
          <xsl:value-of select="' · '"/><xsl:text>Decide by</xsl:text><xsl:value-of select="' '"/>
          <xsl:apply-templates select="@decide-by" mode="day"/>
        </xsl:if>
        <xsl:if test="key ('decision', @supersedes)">
          <xsl:value-of select="' · '"/><xsl:text>Replaces</xsl:text><xsl:value-of select="' '"/>
          <a href="#d-{@supersedes}"><xsl:value-of select="key ('decision', @supersedes)/@title"/>
            </a>
        </xsl:if>
      </p>
      <xsl:apply-templates select="@description" mode="lines"/>
      <xsl:call-template name="log"/>
    </article>
  </xsl:template>

  <!-- The entries of a log: when, who, what, and why. -->
  <xsl:template name="log">
    <xsl:if test="p:event">
      <ol class="log">
        <xsl:for-each select="p:event">
          <li>
            <span class="dim">
              <xsl:apply-templates select="@at" mode="time"/>
              <xsl:value-of select="concat (' · ', @actor, ' · ')"/>
            </span>
            <xsl:apply-templates select="@kind" mode="label"/>
            <xsl:if test="@result and @result != 'none'">
              <xsl:value-of select="': '"/>
              <strong><xsl:apply-templates select="@result" mode="label"/></strong>
            </xsl:if>
            <xsl:apply-templates select="@text | @consequences | @evidence | @override"
                mode="lines"/>
          </li>
        </xsl:for-each>
      </ol>
    </xsl:if>
  </xsl:template>

  <!-- ── Findings, by rule ────────────────────────────────────────────────────────────────── -->

  <xsl:template name="findings">
    <section id="findings">
      <h2><xsl:text>Findings</xsl:text></h2>
      <xsl:for-each select="r:finding[generate-id () = generate-id (key ('rule', @rule)[1])]">
        <article id="f-{translate (@rule, ' ', '-')}">
          <h3>
            <xsl:value-of select="@title"/>
            <xsl:value-of select="' '"/><span class="count">
              <xsl:value-of select="count (key ('rule', @rule))"/></span>
          </h3>
          <p class="dim"><xsl:value-of select="concat (@severity-label, ' · ', @rule)"/></p>
          <xsl:apply-templates select="@why" mode="lines"/>
          <ul>
            <xsl:for-each select="key ('rule', @rule)">
              <li>
                <xsl:value-of select="@message"/>
                <xsl:if test="@accepted-by">
                  <br/><small class="dim">
                    <xsl:text>Accepted:</xsl:text>
                    <xsl:value-of select="concat (' ', @accepted-by, ', ')"/>
                    <xsl:apply-templates select="@accepted-until" mode="day"/>
                    <xsl:value-of select="concat (' · ', @reason)"/>
                  </small>
                </xsl:if>
              </li>
            </xsl:for-each>
          </ul>
        </article>
      </xsl:for-each>
    </section>
  </xsl:template>

  <!-- ── Conflicts ────────────────────────────────────────────────────────────────────────── -->

  <xsl:template name="conflicts">
    <section id="conflicts">
      <h2><xsl:text>Conflicts</xsl:text></h2>
      <xsl:for-each select="p:conflicts/p:conflict">
        <article id="c-{@id}">
          <h3><xsl:value-of select="@title"/></h3>
          <p class="dim">
            <xsl:apply-templates select="@status" mode="label"/>
            <xsl:if test="key ('team', @team)">
              <xsl:value-of select="' · '"/>
              <xsl:apply-templates select="key ('team', @team)" mode="link"/>
            </xsl:if>
            <xsl:if test="key ('ladder', @ladder)">
              <xsl:value-of select="concat (' · ', key ('ladder', @ladder)/@name)"/>
            </xsl:if>
          </p>
          <xsl:apply-templates select="@description" mode="lines"/>
          <xsl:apply-templates select="@impact" mode="lines"/>
          <xsl:if test="p:party">
            <ul>
              <xsl:for-each select="p:party">
                <li>
                  <strong><xsl:value-of select="@name"/></strong>
                  <xsl:apply-templates select="@position | @interest" mode="lines"/>
                </li>
              </xsl:for-each>
            </ul>
          </xsl:if>
          <xsl:if test="@resolution">
            <p><strong><xsl:text>Resolution:</xsl:text></strong>
              <xsl:value-of select="concat (' ', @resolution)"/></p>
          </xsl:if>
          <xsl:call-template name="log"/>
        </article>
      </xsl:for-each>
    </section>
  </xsl:template>

  <!-- ── People ───────────────────────────────────────────────────────────────────────────── -->

  <xsl:template name="people">
    <section id="people">
      <h2 id="people-head"><xsl:text>People</xsl:text></h2>
      <div class="wide" role="group" aria-labelledby="people-head" tabindex="0">
        <table>
          <thead><tr>
            <th scope="col"><xsl:text>Name</xsl:text></th>
            <th scope="col"><xsl:text>Title</xsl:text></th>
            <th scope="col"><xsl:text>Unit</xsl:text></th>
            <th scope="col"><xsl:text>Slots</xsl:text></th>
          </tr></thead>
          <tbody>
            <xsl:for-each select="p:people/p:person">
              <xsl:sort select="@name" lang="{$language}"/>
              <tr id="p-{@id}">
                <th scope="row"><xsl:value-of select="@name"/></th>
                <td><xsl:value-of select="@title"/></td>
                <td><xsl:value-of select="@unit"/></td>
                <td><xsl:for-each select="key ('work', @id)">
                  <div>
                    <a href="#s-{../@id}"><xsl:for-each select="..">
                      <xsl:call-template name="slot-name"/></xsl:for-each></a>
                    <xsl:value-of select="concat (' · ', ../../@name, ' · ')"/>
                    <xsl:apply-templates select="@allocation" mode="percent"/>
                    <xsl:call-template name="period"/>
                  </div>
                </xsl:for-each></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </section>
  </xsl:template>

  <!-- ── Skills: how far those of each team cover what its slots require ──────────────────────── -->

  <xsl:template match="r:skills">
    <section id="skills">
      <h2 id="skills-head"><xsl:text>Skills</xsl:text></h2>
      <div class="wide" role="group" aria-labelledby="skills-head" tabindex="0">
        <table class="figures">
          <thead><tr>
            <th scope="col"><xsl:text>Team</xsl:text></th>
            <th scope="col"><xsl:text>Required skills</xsl:text></th>
            <th scope="col"><xsl:text>Covered</xsl:text></th>
            <th scope="col"><xsl:text>Gaps</xsl:text></th>
            <th scope="col"><xsl:text>Only one person</xsl:text></th>
            <xsl:if test="@expiry"><th scope="col"><xsl:text>Expiring</xsl:text></th></xsl:if>
          </tr></thead>
          <tbody>
            <xsl:for-each select="r:team[@needed]">
              <tr>
                <th scope="row"><a href="#t-{@team}"><xsl:value-of select="@name"/></a></th>
                <td><xsl:value-of select="@needed"/></td>
                <td><xsl:value-of select="@needed - sum (@gaps)"/></td>
                <td><xsl:if test="@gaps"><xsl:attribute name="class">late</xsl:attribute></xsl:if>
                  <xsl:value-of select="sum (@gaps)"/></td>
                <td><xsl:value-of select="sum (@single)"/></td>
                <xsl:if test="../@expiry"><td><xsl:value-of select="sum (@expiring)"/></td></xsl:if>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
      <xsl:if test="r:team/r:skill">
        <h3 id="skill-gaps"><xsl:text>Gaps and risks</xsl:text></h3>
        <div class="wide" role="group" aria-labelledby="skill-gaps" tabindex="0">
          <table class="figures">
            <thead><tr>
              <th scope="col"><xsl:text>Team and skill</xsl:text></th>
              <th scope="col"><xsl:text>Required level</xsl:text></th>
              <th scope="col"><xsl:text>Target level</xsl:text></th>
              <th scope="col"><xsl:text>Highest level</xsl:text></th>
              <th scope="col"><xsl:text>People at the required level</xsl:text></th>
              <th scope="col" class="words"><xsl:text>Risk</xsl:text></th>
            </tr></thead>
            <tbody><xsl:apply-templates select="r:team/r:skill"/></tbody>
          </table>
        </div>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="r:skill">
    <tr>
      <th scope="row">
        <xsl:value-of select="../@name"/><br/><xsl:value-of select="@name"/>
        <xsl:if test="@critical"><xsl:value-of select="' '"/>
          <small class="dim"><xsl:text>critical</xsl:text></small></xsl:if>
      </th>
      <td><xsl:value-of select="sum (@needed)"/></td>
      <td><xsl:value-of select="sum (@target)"/></td>
      <td><xsl:value-of select="sum (@level)"/></td>
      <td><xsl:value-of select="sum (@people)"/></td>
      <td class="words">
        <xsl:choose>
          <xsl:when test="@gap"><span class="late"><xsl:text>Gap</xsl:text></span></xsl:when>
          <xsl:when test="@people = 1"><xsl:text>Only one person</xsl:text></xsl:when>
          <xsl:when test="@level &lt; @target"><xsl:text>Below target</xsl:text></xsl:when>
        </xsl:choose>
        <xsl:if test="@expiring">
          <xsl:if test="@gap or @people = 1 or @level &lt; @target"><xsl:value-of select="' · '"/>
            </xsl:if>
          <xsl:text>Expiring</xsl:text>
        </xsl:if>
      </td>
    </tr>
  </xsl:template>

  <!-- ── Load: what slots need, who works how much, and what it costs ─────────────────────────── -->

  <xsl:template match="r:load">
    <section id="load">
      <h2 id="load-head"><xsl:text>Load</xsl:text></h2>
      <p class="dim"><xsl:call-template name="period"/></p>
      <h3 id="load-months"><xsl:text>Demand by month, in full-time equivalents</xsl:text></h3>
      <xsl:call-template name="demand">
        <xsl:with-param name="by">load-months</xsl:with-param>
        <xsl:with-param name="rows" select="r:month"/>
      </xsl:call-template>
      <h3 id="load-teams"><xsl:text>Demand by team, in full-time equivalents</xsl:text></h3>
      <xsl:call-template name="demand">
        <xsl:with-param name="by">load-teams</xsl:with-param>
        <xsl:with-param name="rows" select="r:team"/>
      </xsl:call-template>
      <xsl:if test="r:person">
        <h3 id="load-people"><xsl:text>Load of people, in percent of their capacity</xsl:text></h3>
        <xsl:call-template name="load-people"/>
      </xsl:if>
      <xsl:apply-templates select="../r:cost"/>
    </section>
  </xsl:template>

  <xsl:template name="demand">
    <xsl:param name="by"/>
    <xsl:param name="rows"/>
    <div class="wide" role="group" aria-labelledby="{$by}" tabindex="0">
      <table class="figures">
        <thead><tr>
          <th scope="col">
            <xsl:choose>
              <xsl:when test="$rows/@team"><xsl:text>Team</xsl:text></xsl:when>
              <xsl:otherwise><xsl:text>Month</xsl:text></xsl:otherwise>
            </xsl:choose>
          </th>
          <th scope="col"><xsl:text>Demand</xsl:text></th>
          <th scope="col"><xsl:text>Confirmed</xsl:text></th>
          <th scope="col"><xsl:text>Proposed</xsl:text></th>
          <th scope="col"><xsl:text>Open</xsl:text></th>
          <th scope="col"><xsl:text>Requested</xsl:text></th>
          <th scope="col"><xsl:text>Offered</xsl:text></th>
          <th scope="col"><xsl:text>Frozen</xsl:text></th>
        </tr></thead>
        <tbody>
          <xsl:for-each select="$rows">
            <tr>
              <th scope="row"><xsl:value-of select="concat (@label, @name)"/></th>
              <xsl:for-each select="@demand | @confirmed | @proposed | @open | @requested | @offered
                  | @frozen">
                <td><xsl:apply-templates select="." mode="number"/></td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template name="load-people">
    <div class="wide" role="group" aria-labelledby="load-people" tabindex="0">
      <table class="figures">
        <thead><tr>
          <th scope="col"><xsl:text>Person</xsl:text></th>
          <xsl:for-each select="r:month"><th scope="col"><xsl:value-of select="@label"/></th>
            </xsl:for-each>
        </tr></thead>
        <tbody>
          <xsl:for-each select="r:person">
            <tr>
              <th scope="row"><xsl:value-of select="@name"/></th>
              <xsl:for-each select="r:cell">
                <td>
                  <xsl:if test="@over"><xsl:attribute name="class">late</xsl:attribute></xsl:if>
                  <xsl:choose>
                    <xsl:when test="@away"><xsl:text>away</xsl:text></xsl:when>
                    <xsl:otherwise><xsl:value-of select="@load"/></xsl:otherwise>
                  </xsl:choose>
                  <xsl:if test="@over"><xsl:value-of select="' ▲'"/></xsl:if>
                </td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
    <p class="dim">
      <xsl:text>▲: more work than capacity on some day, in this and all published plans</xsl:text>
      <xsl:if test="@more"><xsl:value-of select="' · '"/>
        <xsl:text>People who are not listed:</xsl:text>
        <xsl:value-of select="concat (' ', @more)"/></xsl:if>
    </p>
  </xsl:template>

  <xsl:template match="r:cost">
    <h3 id="cost"><xsl:text>Cost</xsl:text></h3>
    <div class="wide" role="group" aria-labelledby="cost" tabindex="0">
      <table class="figures">
        <thead><tr>
          <th scope="col"><xsl:text>Team</xsl:text></th>
          <th scope="col"><xsl:text>People</xsl:text></th>
          <th scope="col"><xsl:text>FTE</xsl:text></th>
          <th scope="col"><xsl:text>Cost</xsl:text></th>
          <th scope="col"><xsl:text>Open FTE</xsl:text></th>
          <th scope="col"><xsl:text>Estimate</xsl:text></th>
        </tr></thead>
        <tbody>
          <xsl:for-each select="r:team | r:total">
            <tr>
              <th scope="row">
                <xsl:choose>
                  <xsl:when test="@team"><xsl:value-of select="@name"/></xsl:when>
                  <xsl:otherwise><xsl:text>The whole plan</xsl:text></xsl:otherwise>
                </xsl:choose>
              </th>
              <td><xsl:value-of select="sum (@people)"/></td>
              <td><xsl:apply-templates select="@fte" mode="number"/></td>
              <td><xsl:value-of select="@cost"/></td>
              <td><xsl:apply-templates select="@open" mode="number"/></td>
              <td><xsl:value-of select="@estimate"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
    <xsl:if test="r:total/@without-rate">
      <p class="dim">
        <xsl:text>Assignments without a day rate, which are not included:</xsl:text>
        <xsl:value-of select="concat (' ', r:total/@without-rate)"/>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- ── Values: by Remit in the reader's language, by a browser as they stand ───────────────────
      -->

  <xsl:template match="@*" mode="day" name="day">
    <xsl:param name="day" select="."/>
    <time datetime="{$day}">
      <xsl:choose>
        <xsl:when test="function-available ('r:day')">
          <xsl:value-of select="r:day (string ($day))"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="$day"/></xsl:otherwise>
      </xsl:choose>
    </time>
  </xsl:template>

  <xsl:template match="@*" mode="time">
    <time datetime="{.}">
      <xsl:choose>
        <xsl:when test="function-available ('r:time')">
          <xsl:value-of select="r:time (string (.))"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
      </xsl:choose>
    </time>
  </xsl:template>

  <xsl:template name="period">
    <xsl:if test="@from or @until">
      <xsl:value-of select="' '"/>
      <small class="dim">
        <xsl:apply-templates select="@from" mode="day"/>
        <xsl:value-of select="' – '"/>
        <xsl:apply-templates select="@until" mode="day"/>
      </small>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@*" mode="percent">
    <xsl:choose>
      <xsl:when test="function-available ('r:percent')">
        <xsl:value-of select="r:percent (string (.))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat (., ' %')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@*" mode="number">
    <xsl:choose>
      <xsl:when test="function-available ('r:number')"><xsl:value-of select="r:number (.)"/>
        </xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What a choice is called. -->
  <xsl:template match="@*" mode="label">
    <xsl:choose>
      <xsl:when test="function-available ('r:label')"><xsl:value-of select="r:label (.)"/>
        </xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A text of several lines: a paragraph each. -->
  <xsl:template match="@*" mode="lines" name="lines">
    <xsl:param name="text" select="."/>
    <xsl:choose>
      <xsl:when test="contains ($text, '&#10;')">
        <xsl:call-template name="lines">
          <xsl:with-param name="text" select="substring-before ($text, '&#10;')"/>
        </xsl:call-template>
        <xsl:call-template name="lines">
          <xsl:with-param name="text" select="substring-after ($text, '&#10;')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="normalize-space ($text) != ''"><p><xsl:value-of select="$text"/></p>
        </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- ── Looks ────────────────────────────────────────────────────────────────────────────── -->

  <xsl:template name="style">
    <style>
:root { color-scheme: light dark; --text: #241f31; --dim: #5e5c64; --page: #fff; --card: #f6f5f4;
  --edge: #c0bfbc;
  --accent: #1a5fb4; --fill: #99c1f1; --trough: #deddda; --warn: #a51d2d; --warn-page: #fbe9e9; }
@media (prefers-color-scheme: dark) { :root { --text: #f6f5f4; --dim: #c0bfbc; --page: #1e1e1e;
  --card: #2d2d2d;
  --edge: #5e5c64; --accent: #99c1f1; --fill: #1a5fb4; --trough: #3d3846; --warn: #ffa8ac;
  --warn-page: #43262a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem; max-width: 76rem; color: var(--text);
  background: var(--page);
  font: 1rem/1.5 Cantarell, "Segoe UI", "Helvetica Neue", "Noto Sans", sans-serif;
  overflow-wrap: anywhere; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; } h2 { font-size: 1.4rem;
  margin: 2.5rem 0 1rem; }
h3 { font-size: 1.05rem; margin: 1.25rem 0 .25rem; } p { margin: .25rem 0; max-width: 45rem; }
a { color: var(--accent); } .dim { color: var(--dim); } small { font-size: .85rem; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: .75rem 0;
  margin: 1rem 0 0;
  border-block: 1px solid var(--edge); }
nav a { display: inline-block; padding: .2rem 0; }
:target { outline: 2px solid var(--accent); outline-offset: 4px; border-radius: 4px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem;
  margin: 0; }
.tiles div { background: var(--card); border-radius: 12px; padding: .75rem 1rem; display: flex;
  flex-direction: column-reverse; }
.tiles dd { margin: 0; font-size: 1.8rem; line-height: 1.2; font-weight: 700; }
  .tiles dt { color: var(--dim); }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%;
  font-variant-numeric: tabular-nums; }
th, td { text-align: start; vertical-align: top; padding: .4rem .75rem;
  border-bottom: 1px solid var(--edge); overflow-wrap: normal; }
thead th { vertical-align: bottom; color: var(--dim); font-weight: 600; }
  tbody th { font-weight: 600; }
.late { color: var(--warn); font-weight: 700; }
.map { display: block; } .map text { font-size: 14px; fill: var(--text); }
  .map .figure { fill: var(--dim); }
.map .trough { fill: var(--trough); } .map .fill { fill: var(--fill); } .map .branch { fill: none;
  stroke: var(--dim); }
.board { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
  gap: 1rem; align-items: start; }
.board article { background: var(--card); border-radius: 12px; padding: 1rem; }
  .board h3 { margin-top: 0; }
.slots { list-style: none; padding: 0; margin: .75rem 0 0; display: grid; gap: .5rem; }
.slots li { background: var(--page); border: 1px solid var(--edge); border-radius: 8px;
  padding: .5rem .75rem; }
.slots .vacant { border: 2px dashed var(--warn); } .slots .optional { border-style: dashed; }
.head, .person { display: flex; justify-content: space-between; gap: .75rem; }
  .figure, time { white-space: nowrap; }
.skills { font-size: .85rem; color: var(--dim); display: flex; flex-wrap: wrap; gap: 0 .75rem; }
.matrix td { text-align: center; } .matrix thead th + th { text-align: center; font-weight: 400;
  color: var(--text); }
.figures td, .figures thead th + th { text-align: end; } .figures td.words,
  .figures thead th.words { text-align: start; }
.matrix tbody th { min-width: 14rem; font-weight: 400; }
abbr { display: inline-block; min-width: 1.6rem; padding: 0 .35rem; border-radius: 6px;
  background: var(--card); text-align: center;
  text-decoration: none; font-weight: 700; } abbr.l-A, abbr.l-D { background: var(--fill); }
.legend { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr));
  gap: .25rem 1.5rem; }
.legend div { display: flex; gap: .75rem; } .legend dt { white-space: nowrap; }
  .legend dd { margin: 0; }
.log { padding-inline-start: 1.25rem; } .log li, ul li { margin: .4rem 0; }
.count { font-weight: 400; color: var(--dim); } code { font-size: .8rem; overflow-wrap: anywhere; }
footer { margin-top: 3rem; border-top: 1px solid var(--edge); padding-top: .75rem; }
@page { margin: 18mm 16mm; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; --card: #f6f5f4; }
  nav { display: none; } a { color: inherit; text-decoration: none; }
  h2, h3 { break-after: avoid; } .slots li, tr, .legend div, .log li { break-inside: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; } .board { display: block; columns: 2; }
  .board article { margin-bottom: 1rem; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
@media print and (prefers-color-scheme: dark) { :root { color-scheme: light; --text: #241f31;
  --dim: #5e5c64; --page: #fff; --card: #f6f5f4;
  --edge: #c0bfbc; --accent: #1a5fb4; --fill: #99c1f1; --trough: #deddda; --warn: #a51d2d;
  --warn-page: #fbe9e9; } }
    </style>
  </xsl:template>
</xsl:stylesheet>
