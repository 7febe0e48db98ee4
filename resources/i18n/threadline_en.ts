<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Words</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the figures as one JSON object; - is standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a scenario in real threads and processes and record every change of state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples:
  threadline run sum --export sum.svg           run it, draw it
  threadline run sum --set workers=4 --json -   other values, figures on standard output
  threadline run fork-join --preset quick --save run.json --export run.png --page slide
  threadline run my.threadline --timeout 10     your own file, at most ten seconds
Leaves with 0 when all went well, 1 when the run failed or a claim does not hold, 2 for wrong arguments
or files, 3 at the time limit, 130 after Ctrl+C. What was recorded is written in every case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scenario&apos;s name (see threadline list) or file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values under a name, such as quick or document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A parameter&apos;s value; may be given again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a picture: .svg, .png or .pdf; may be given again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the trace: .json (Chrome trace) or .csv; may be given again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the run after so many seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show on standard error what the scenario prints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is in a trace: lanes, spans, time in each state, losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples:
  threadline info run.json
  threadline info run.json --json - | jq &apos;.lanes[].states&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A saved trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a saved trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples:
  threadline render run.json -o run.pdf --page a4
  threadline render run.json -o detail.svg --range 12ms..80ms --lane &apos;worker*&apos; --legend off
  threadline render other.json -o other.svg --like run.svg     the same scale, to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture: .svg, .png or .pdf; may be given again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a trace in another format, by the file&apos;s ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example:
  threadline convert run.json run.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trace to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trace to write: .json or .csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes in a later version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what threads and processes really do: runs small programs in real threads and
processes, records them, and draws them as a timeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help; after a command, that command&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples:
  threadline list                                what there is to run
  threadline run sum --export sum.svg --json -   run, draw, and give the figures
  threadline run race --preset quick --save race.json
  threadline render race.json -o race.png --page blog
  threadline run --help                          more on one command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of everything that is said and drawn: ko or en</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scenario or a trace, opened in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List all scenarios with their parameters and presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples:
  threadline list
  threadline list --json | jq &apos;.[].id&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As JSON, with bounds, defaults and both languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a scenario&apos;s file and show every error with its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example:
  threadline validate my.threadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario&apos;s file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see threadline --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown argument: %1; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something is missing: %1; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong argument: %1; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--set takes NAME=VALUE, found &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, run on %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 long; %n lane(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 events recorded, %2 lost, %3 damaged, %4 in an order that cannot be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the window comes in a later version; on the command line try: threadline run sum --export sum.svg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; comes in a later version; see threadline --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>presets: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more remark(s) of this kind</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout for a blog, a slide, an A4 page or a README (light and dark)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the layout in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG: pixels for each pixel of the layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the run, such as 12ms..80ms, from its zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time scale: nanoseconds for each pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same time scale as this picture of ours (.svg or .png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diagram: for print and pages; screen: as in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With or without the legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another description for people who do not see the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only these lanes, in this order, under this name; may be given again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--range takes FROM..TO such as 12ms..80ms, found &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--range: &quot;%1&quot; is no time; write 12ms, 1.5s, 300us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--range &quot;%1&quot; is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--like and --ns-per-px both set the time scale; give one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: done in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: main ended abnormally after %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: stopped after %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: stopped at its time limit after %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cut off from outside after %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  holds: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  fails: %1 (measured %2, expected %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  not checked: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 events · %n lane(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The main process ended abnormally.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was stopped at its time limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was cut off from outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n core(s), %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Measured on %1 with Threadline %2 (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs used %1 cores meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn with Threadline %1 from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were lost; there the lanes are drawn as unknown.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>measured %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A timeline of %n lane(s) over %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>nothing was recorded in the range asked for; all of it is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no lane matches --lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture ends in .svg, .png or .pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a trace ends in .json or .csv</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
