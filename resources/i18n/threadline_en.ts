<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>Words</name>
        <message numerus="yes">
            <source>%n span(s)</source>
            <translation>
                <numerusform>%n span</numerusform>
                <numerusform>%n spans</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 long; %n lane(s)</source>
            <translation>
                <numerusform>%1 long; %n lane</numerusform>
                <numerusform>%1 long; %n lanes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more remark(s) of this kind</source>
            <translation>
                <numerusform>and %n more remark of this kind</numerusform>
                <numerusform>and %n more remarks of this kind</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 · %2 events · %n lane(s)</source>
            <translation>
                <numerusform>%1 · %2 events · %n lane</numerusform>
                <numerusform>%1 · %2 events · %n lanes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lane(s)</source>
            <translation>
                <numerusform>%n lane</numerusform>
                <numerusform>%n lanes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n core(s), %1</source>
            <translation>
                <numerusform>%n core, %1</numerusform>
                <numerusform>%n cores, %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) were lost; there the lanes are drawn as unknown.</source>
            <translation>
                <numerusform>%n event was lost; there the lane is drawn as unknown.</numerusform>
                <numerusform>%n events were lost; there the lanes are drawn as unknown.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A timeline of %n lane(s) over %1.</source>
            <translation>
                <numerusform>A timeline of %n lane over %1.</numerusform>
                <numerusform>A timeline of %n lanes over %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>median of %n run(s) each</source>
            <translation>
                <numerusform>median of %n run each</numerusform>
                <numerusform>median of %n runs each</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Timelines of %n run(s) under one another on one time axis.</source>
            <translation>
                <numerusform>The timeline of %n run.</numerusform>
                <numerusform>Timelines of %n runs under one another on one time axis.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>threadline::charts::CounterChart</name>
        <message numerus="yes">
            <source>%n counter(s) are shown. The table beside it has their figures.</source>
            <translation>
                <numerusform>%n counter is shown. The table beside it has its figures.</numerusform>
                <numerusform>%n counters are shown. The table beside it has their figures.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>threadline::charts::StateChart</name>
        <message numerus="yes">
            <source>%n lane(s) are shown. The table beside it has the same figures.</source>
            <translation>
                <numerusform>%n lane is shown. The table beside it has the same figures.</numerusform>
                <numerusform>%n lanes are shown. The table beside it has the same figures.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>threadline::models::RunTableModel</name>
        <message numerus="yes">
            <source>%n do(es) not hold</source>
            <translation>
                <numerusform>%n does not hold</numerusform>
                <numerusform>%n do not hold</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>all %n hold</source>
            <translation>
                <numerusform>%n holds</numerusform>
                <numerusform>all %n hold</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::ComparisonExport</name>
        <message numerus="yes">
            <source>Timelines of %n run(s) under one another on one time axis.</source>
            <translation>
                <numerusform>The timeline of %n run.</numerusform>
                <numerusform>Timelines of %n runs under one another on one time axis.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::DetailsPanel</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::NoticeBar</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::WindowQuestions</name>
        <message numerus="yes">
            <source>%n run(s) that you delete are not saved. Delete all the same?</source>
            <translation>
                <numerusform>%n run that you delete is not saved. Delete all the same?</numerusform>
                <numerusform>%n runs that you delete are not saved. Delete all the same?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n run(s) are not saved and go with the window. Close all the same?</source>
            <translation>
                <numerusform>%n run is not saved and goes with the window. Close all the same?</numerusform>
                <numerusform>%n runs are not saved and go with the window. Close all the same?</numerusform>
            </translation>
        </message>
    </context>
</TS>
