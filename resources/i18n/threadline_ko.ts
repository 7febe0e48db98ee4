<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko">
    <context>
        <name>Figure</name>
        <message>
            <source>not started</source>
            <translation>시작 전</translation>
        </message>
        <message>
            <source>starting</source>
            <translation>시작하는 중</translation>
        </message>
        <message>
            <source>running</source>
            <translation>실행 중</translation>
        </message>
        <message>
            <source>checking (busy wait)</source>
            <translation>반복 확인 (바쁜 대기)</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>준비 (CPU 대기)</translation>
        </message>
        <message>
            <source>waiting for I/O</source>
            <translation>입출력 대기</translation>
        </message>
        <message>
            <source>waiting for a lock</source>
            <translation>락 대기</translation>
        </message>
        <message>
            <source>waiting for the GIL</source>
            <translation>GIL 대기</translation>
        </message>
        <message>
            <source>waiting for a queue</source>
            <translation>큐 대기</translation>
        </message>
        <message>
            <source>join</source>
            <translation>join 대기</translation>
        </message>
        <message>
            <source>sleep</source>
            <translation>쉬는 중 (sleep)</translation>
        </message>
        <message>
            <source>suspended (await)</source>
            <translation>일시 중단 (await)</translation>
        </message>
        <message>
            <source>waiting for work</source>
            <translation>일감 대기</translation>
        </message>
        <message>
            <source>off the CPU</source>
            <translation>CPU 밖 (까닭 모름)</translation>
        </message>
        <message>
            <source>unknown (not recorded)</source>
            <translation>알 수 없음 (기록 없음)</translation>
        </message>
        <message>
            <source>running or ready</source>
            <translation>실행 중 또는 준비</translation>
        </message>
        <message>
            <source>waiting at exit</source>
            <translation>종료 전 대기</translation>
        </message>
        <message>
            <source>main thread</source>
            <translation>메인 스레드</translation>
        </message>
        <message>
            <source>thread</source>
            <translation>스레드</translation>
        </message>
        <message>
            <source>daemon thread</source>
            <translation>데몬 스레드</translation>
        </message>
        <message>
            <source>task</source>
            <translation>태스크</translation>
        </message>
        <message>
            <source>service</source>
            <translation>서비스</translation>
        </message>
        <message>
            <source>process</source>
            <translation>프로세스</translation>
        </message>
        <message>
            <source>daemon</source>
            <translation>데몬</translation>
        </message>
        <message>
            <source>pid</source>
            <translation>pid</translation>
        </message>
        <message>
            <source>exit code</source>
            <translation>종료 코드</translation>
        </message>
        <message>
            <source>holds the GIL</source>
            <translation>GIL 보유</translation>
        </message>
        <message>
            <source>held by</source>
            <translation>보유:</translation>
        </message>
        <message>
            <source>updates lost:</source>
            <translation>갱신 손실:</translation>
        </message>
        <message>
            <source>ended, not collected</source>
            <translation>회수 전 (좀비)</translation>
        </message>
        <message>
            <source>at most</source>
            <translation>최대</translation>
        </message>
        <message>
            <source>end of its code</source>
            <translation>코드 끝</translation>
        </message>
        <message>
            <source>ended</source>
            <translation>종료됨</translation>
        </message>
        <message>
            <source>ended by an exception</source>
            <translation>예외로 끝남</translation>
        </message>
        <message>
            <source>ended with its process</source>
            <translation>프로세스와 함께 끊김</translation>
        </message>
        <message>
            <source>crashed</source>
            <translation>비정상 종료</translation>
        </message>
        <message>
            <source>ended by a signal</source>
            <translation>시그널로 끝남</translation>
        </message>
        <message>
            <source>print, answer</source>
            <translation>출력, 대답</translation>
        </message>
        <message>
            <source>asks for the GIL</source>
            <translation>GIL 요청</translation>
        </message>
        <message>
            <source>time (%1)</source>
            <translation>시간 (%1)</translation>
        </message>
        <message>
            <source>join, waiting at exit</source>
            <translation>join 대기, 종료 전 대기</translation>
        </message>
        <message>
            <source>too many arrows to draw: %1 left out</source>
            <translation>화살표가 너무 많아 %1개를 그리지 않았습니다</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Commands</source>
            <translation>명령</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>옵션</translation>
        </message>
        <message>
            <source>Show this help</source>
            <translation>이 도움말을 보여 줍니다</translation>
        </message>
        <message>
            <source>Write the figures as one JSON object; - is standard output</source>
            <translation>측정값을 JSON 객체 하나로 씁니다. -는 표준 출력입니다</translation>
        </message>
        <message>
            <source>Run a scenario in real threads and processes and record every change of state</source>
            <translation>예제를 진짜 스레드와 프로세스로 실행하고 상태 변화를 빠짐없이 기록합니다</translation>
        </message>
        <message>
            <source>Examples:
  threadline run sum --export sum.svg           run it, draw it
  threadline run sum --set workers=4 --json -   other values, figures on standard output
  threadline run fork-join --preset quick --save run.json --export run.png --page slide
  threadline run my.threadline --timeout 10     your own file, at most ten seconds
Leaves with 0 when all went well, 1 when the run failed or a claim does not hold, 2 for wrong arguments
or files, 3 at the time limit, 130 after Ctrl+C. What was recorded is written in every case.</source>
            <translation>예:
  threadline run sum --export sum.svg           실행하고 그림으로 남깁니다
  threadline run sum --set workers=4 --json -   값을 바꾸고 측정값을 표준 출력으로 받습니다
  threadline run fork-join --preset quick --save run.json --export run.png --page slide
  threadline run my.threadline --timeout 10     내가 쓴 파일을 길어야 10초 동안 실행합니다
종료 상태: 0 잘 끝남, 1 실행이 실패했거나 확인 항목이 맞지 않음, 2 잘못된 인자나 파일, 3 시간 제한,
130 Ctrl+C. 어느 경우에나 그때까지 기록한 것은 파일로 남습니다.</translation>
        </message>
        <message>
            <source>A scenario's name (see threadline list) or file</source>
            <translation>예제 이름(threadline list 참고) 또는 파일</translation>
        </message>
        <message>
            <source>Values under a name, such as quick or document</source>
            <translation>quick, document 같은 값 묶음의 이름</translation>
        </message>
        <message>
            <source>A parameter's value; may be given again</source>
            <translation>매개변수 값. 여러 번 줄 수 있습니다</translation>
        </message>
        <message>
            <source>Draw a picture: .svg, .png or .pdf; may be given again</source>
            <translation>그림을 그립니다: .svg, .png, .pdf. 여러 번 줄 수 있습니다</translation>
        </message>
        <message>
            <source>Save the trace: .json (Chrome trace) or .csv; may be given again</source>
            <translation>기록을 저장합니다: .json (Chrome trace), .csv. 여러 번 줄 수 있습니다</translation>
        </message>
        <message>
            <source>Stop the run after so many seconds</source>
            <translation>이 시간(초)이 지나면 실행을 멈춥니다</translation>
        </message>
        <message>
            <source>Show on standard error what the scenario prints</source>
            <translation>예제가 출력하는 글을 표준 오류에 보여 줍니다</translation>
        </message>
        <message>
            <source>Show what is in a trace: lanes, spans, time in each state, losses</source>
            <translation>기록에 든 것을 보여 줍니다: 레인, 구간, 상태별 시간, 기록 손실</translation>
        </message>
        <message>
            <source>Examples:
  threadline info run.json
  threadline info run.json --json - | jq '.lanes[].states'</source>
            <translation>예:
  threadline info run.json
  threadline info run.json --json - | jq '.lanes[].states'</translation>
        </message>
        <message>
            <source>A saved trace</source>
            <translation>저장한 기록</translation>
        </message>
        <message>
            <source>Draw a saved trace</source>
            <translation>저장한 기록을 그림으로 그립니다</translation>
        </message>
        <message>
            <source>Examples:
  threadline render run.json -o run.pdf --page a4
  threadline render run.json -o detail.svg --range 12ms..80ms --lane 'worker*' --legend off
  threadline render other.json -o other.svg --like run.svg     the same scale, to compare</source>
            <translation>예:
  threadline render run.json -o run.pdf --page a4
  threadline render run.json -o detail.svg --range 12ms..80ms --lane 'worker*' --legend off
  threadline render other.json -o other.svg --like run.svg     견주어 보도록 같은 축척으로</translation>
        </message>
        <message>
            <source>The picture: .svg, .png or .pdf; may be given again</source>
            <translation>그림 파일: .svg, .png, .pdf. 여러 번 줄 수 있습니다</translation>
        </message>
        <message>
            <source>Write a trace in another format, by the file's ending</source>
            <translation>기록을 파일 확장자에 맞는 다른 형식으로 씁니다</translation>
        </message>
        <message>
            <source>Example:
  threadline convert run.json run.csv</source>
            <translation>예:
  threadline convert run.json run.csv</translation>
        </message>
        <message>
            <source>The trace to read</source>
            <translation>읽을 기록</translation>
        </message>
        <message>
            <source>The trace to write: .json or .csv</source>
            <translation>쓸 기록: .json, .csv</translation>
        </message>
        <message>
            <source>Comes in a later version</source>
            <translation>다음 버전에서 나옵니다</translation>
        </message>
        <message>
            <source>Usage</source>
            <translation>사용법</translation>
        </message>
        <message>
            <source>OPTIONS</source>
            <translation>옵션</translation>
        </message>
        <message>
            <source>COMMAND</source>
            <translation>명령</translation>
        </message>
        <message>
            <source>Arguments</source>
            <translation>인자</translation>
        </message>
        <message>
            <source>Shows what threads and processes really do: runs small programs in real threads and
processes, records them, and draws them as a timeline.</source>
            <translation>스레드와 프로세스가 실제로 무엇을 하는지 보여 줍니다. 작은 프로그램을 진짜 스레드와
프로세스로 실행하고, 기록하고, 타임라인으로 그립니다.</translation>
        </message>
        <message>
            <source>Show this help; after a command, that command's</source>
            <translation>이 도움말을 보여 줍니다. 명령 뒤에 쓰면 그 명령의 도움말입니다</translation>
        </message>
        <message>
            <source>Show the version</source>
            <translation>버전을 보여 줍니다</translation>
        </message>
        <message>
            <source>Examples:
  threadline list                                what there is to run
  threadline run sum --export sum.svg --json -   run, draw, and give the figures
  threadline run race --preset quick --save race.json
  threadline render race.json -o race.png --page blog
  threadline run --help                          more on one command</source>
            <translation>예:
  threadline list                                실행할 수 있는 예제
  threadline run sum --export sum.svg --json -   실행하고, 그리고, 측정값을 받습니다
  threadline run race --preset quick --save race.json
  threadline render race.json -o race.png --page blog
  threadline run --help                          명령 하나를 더 자세히</translation>
        </message>
        <message>
            <source>Language of everything that is said and drawn: ko or en</source>
            <translation>화면과 그림의 언어: ko 또는 en</translation>
        </message>
        <message>
            <source>A scenario or a trace, opened in the window</source>
            <translation>창에서 열 예제나 기록</translation>
        </message>
        <message>
            <source>List all scenarios with their parameters and presets</source>
            <translation>모든 예제를 매개변수, 값 묶음과 함께 보여 줍니다</translation>
        </message>
        <message>
            <source>Examples:
  threadline list
  threadline list --json | jq '.[].id'</source>
            <translation>예:
  threadline list
  threadline list --json | jq '.[].id'</translation>
        </message>
        <message>
            <source>As JSON, with bounds, defaults and both languages</source>
            <translation>JSON으로, 범위와 기본값과 두 언어를 모두 담아</translation>
        </message>
        <message>
            <source>Check a scenario's file and show every error with its place</source>
            <translation>예제 파일을 검사해 모든 오류를 그 자리와 함께 보여 줍니다</translation>
        </message>
        <message>
            <source>Example:
  threadline validate my.threadline</source>
            <translation>예:
  threadline validate my.threadline</translation>
        </message>
        <message>
            <source>The scenario's file</source>
            <translation>예제 파일</translation>
        </message>
        <message>
            <source>see threadline --help</source>
            <translation>threadline --help를 보십시오</translation>
        </message>
        <message>
            <source>unknown argument: %1; %2</source>
            <translation>모르는 인자: %1. %2</translation>
        </message>
        <message>
            <source>something is missing: %1; %2</source>
            <translation>빠진 것이 있습니다: %1. %2</translation>
        </message>
        <message>
            <source>wrong argument: %1; %2</source>
            <translation>잘못된 인자: %1. %2</translation>
        </message>
        <message>
            <source>--set takes NAME=VALUE, found "%1"</source>
            <translation>--set에는 이름=값을 씁니다. 받은 것: "%1"</translation>
        </message>
        <message numerus="yes">
            <source>%n span(s)</source>
            <translation>
                <numerusform>구간 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, run on %2 (%3)</source>
            <translation>%1, 실행: %2 (%3)</translation>
        </message>
        <message numerus="yes">
            <source>%1 long; %n lane(s)</source>
            <translation>
                <numerusform>길이 %1, 레인 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 events recorded, %2 lost, %3 damaged, %4 in an order that cannot be</source>
            <translation>이벤트 %1개 기록, %2개 손실, %3개 손상, %4개는 있을 수 없는 차례</translation>
        </message>
        <message>
            <source>the window comes in a later version; on the command line try: threadline run sum --export sum.svg</source>
            <translation>창은 다음 버전에서 나옵니다. 명령줄에서는 이렇게 해 보십시오: threadline run sum --export sum.svg</translation>
        </message>
        <message>
            <source>"%1" comes in a later version; see threadline --help</source>
            <translation>"%1" 명령은 다음 버전에서 나옵니다. threadline --help를 보십시오</translation>
        </message>
        <message>
            <source>presets: %1</source>
            <translation>값 묶음: %1</translation>
        </message>
        <message>
            <source>wrong value</source>
            <translation>잘못된 값</translation>
        </message>
        <message>
            <source>bad file</source>
            <translation>잘못된 파일</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>찾을 수 없음</translation>
        </message>
        <message>
            <source>limit reached</source>
            <translation>한계를 넘음</translation>
        </message>
        <message>
            <source>the system refused</source>
            <translation>시스템이 거부함</translation>
        </message>
        <message>
            <source>not in this version</source>
            <translation>이 버전에 없음</translation>
        </message>
        <message>
            <source>the run failed</source>
            <translation>실행 실패</translation>
        </message>
        <message numerus="yes">
            <source>and %n more remark(s) of this kind</source>
            <translation>
                <numerusform>이런 알림이 %n개 더 있습니다</numerusform>
            </translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>그림</translation>
        </message>
        <message>
            <source>Layout for a blog, a slide, an A4 page or a README (light and dark)</source>
            <translation>블로그, 슬라이드, A4, README(밝은 것과 어두운 것)에 맞춘 배치</translation>
        </message>
        <message>
            <source>Width of the layout in pixels</source>
            <translation>배치의 너비(픽셀)</translation>
        </message>
        <message>
            <source>PNG: pixels for each pixel of the layout</source>
            <translation>PNG: 배치 1픽셀에 쓸 픽셀 수</translation>
        </message>
        <message>
            <source>Part of the run, such as 12ms..80ms, from its zero</source>
            <translation>실행의 일부. 0부터 잰 시간으로 12ms..80ms처럼 씁니다</translation>
        </message>
        <message>
            <source>Time scale: nanoseconds for each pixel</source>
            <translation>시간 축척: 1픽셀의 나노초</translation>
        </message>
        <message>
            <source>The same time scale as this picture of ours (.svg or .png)</source>
            <translation>이 그림(Threadline이 만든 .svg, .png)과 같은 시간 축척</translation>
        </message>
        <message>
            <source>diagram: for print and pages; screen: as in the window</source>
            <translation>diagram: 인쇄물과 글에 맞게, screen: 창에서 보는 대로</translation>
        </message>
        <message>
            <source>Light or dark background</source>
            <translation>밝은 바탕 또는 어두운 바탕</translation>
        </message>
        <message>
            <source>With or without the legend</source>
            <translation>범례를 넣거나 뺍니다</translation>
        </message>
        <message>
            <source>Another title</source>
            <translation>다른 제목</translation>
        </message>
        <message>
            <source>Another caption</source>
            <translation>다른 설명 글</translation>
        </message>
        <message>
            <source>Another description for people who do not see the picture</source>
            <translation>그림을 보지 못하는 사람을 위한 다른 설명</translation>
        </message>
        <message>
            <source>Only these lanes, in this order, under this name; may be given again</source>
            <translation>이 레인만, 이 차례로, 이 이름으로. 여러 번 줄 수 있습니다</translation>
        </message>
        <message>
            <source>--range takes FROM..TO such as 12ms..80ms, found "%1"</source>
            <translation>--range에는 12ms..80ms처럼 시작..끝을 씁니다. 받은 것: "%1"</translation>
        </message>
        <message>
            <source>--range: "%1" is no time; write 12ms, 1.5s, 300us</source>
            <translation>--range: "%1"은(는) 시간이 아닙니다. 12ms, 1.5s, 300us처럼 쓰십시오</translation>
        </message>
        <message>
            <source>--range "%1" is empty</source>
            <translation>--range "%1"에는 아무 시간도 들어 있지 않습니다</translation>
        </message>
        <message>
            <source>--like and --ns-per-px both set the time scale; give one of them</source>
            <translation>--like와 --ns-per-px는 둘 다 시간 축척을 정합니다. 하나만 쓰십시오</translation>
        </message>
        <message>
            <source>%1: done in %2</source>
            <translation>%1: %2 만에 끝났습니다</translation>
        </message>
        <message>
            <source>%1: main ended abnormally after %2</source>
            <translation>%1: %2 뒤 메인 프로세스가 비정상으로 끝났습니다</translation>
        </message>
        <message>
            <source>%1: stopped after %2</source>
            <translation>%1: %2 뒤 중지했습니다</translation>
        </message>
        <message>
            <source>%1: stopped at its time limit after %2</source>
            <translation>%1: 시간 제한에 걸려 %2 뒤 중지했습니다</translation>
        </message>
        <message>
            <source>%1: cut off from outside after %2</source>
            <translation>%1: %2 뒤 밖에서 끊겼습니다</translation>
        </message>
        <message>
            <source>  holds: %1</source>
            <translation>  맞음: %1</translation>
        </message>
        <message>
            <source>  fails: %1 (measured %2, expected %3)</source>
            <translation>  맞지 않음: %1 (측정값 %2, 기대한 값 %3)</translation>
        </message>
        <message>
            <source>  not checked: %1 (%2)</source>
            <translation>  확인 못 함: %1 (%2)</translation>
        </message>
        <message numerus="yes">
            <source>%1 · %2 events · %n lane(s)</source>
            <translation>
                <numerusform>%1 · 이벤트 %2개 · 레인 %n개</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lane(s)</source>
            <translation>
                <numerusform>레인 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 events</source>
            <translation>이벤트 %1개</translation>
        </message>
        <message>
            <source>%1, %2 lost</source>
            <translation>%1, 손실 %2개</translation>
        </message>
        <message>
            <source>%1: no errors</source>
            <translation>%1: 오류 없음</translation>
        </message>
        <message>
            <source>one after the other</source>
            <translation>차례로</translation>
        </message>
        <message>
            <source>threads</source>
            <translation>스레드</translation>
        </message>
        <message>
            <source>tasks</source>
            <translation>태스크</translation>
        </message>
        <message>
            <source>processes</source>
            <translation>프로세스</translation>
        </message>
        <message>
            <source>on</source>
            <translation>켬</translation>
        </message>
        <message>
            <source>off</source>
            <translation>끔</translation>
        </message>
        <message>
            <source>%1 bytes</source>
            <translation>%1바이트</translation>
        </message>
        <message>
            <source>The main process ended abnormally.</source>
            <translation>메인 프로세스가 비정상으로 끝났습니다.</translation>
        </message>
        <message>
            <source>The run was stopped.</source>
            <translation>실행을 중지했습니다.</translation>
        </message>
        <message>
            <source>The run was stopped at its time limit.</source>
            <translation>시간 제한에 걸려 실행을 중지했습니다.</translation>
        </message>
        <message>
            <source>The run was cut off from outside.</source>
            <translation>실행이 밖에서 끊겼습니다.</translation>
        </message>
        <message numerus="yes">
            <source>%n core(s), %1</source>
            <translation>
                <numerusform>코어 %n개, %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Measured on %1 with Threadline %2 (%3).</source>
            <translation>%1에 측정했습니다 (Threadline %2, %3).</translation>
        </message>
        <message>
            <source>Other programs used %1 cores meanwhile.</source>
            <translation>그동안 다른 프로그램이 코어 %1개만큼을 썼습니다.</translation>
        </message>
        <message>
            <source>Drawn with Threadline %1 from %2.</source>
            <translation>%2 파일을 그린 것입니다 (Threadline %1).</translation>
        </message>
        <message>
            <source>No event was lost.</source>
            <translation>잃은 기록은 없습니다.</translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) were lost; there the lanes are drawn as unknown.</source>
            <translation>
                <numerusform>이벤트 %n개를 잃었습니다. 그 자리의 레인은 알 수 없음으로 그렸습니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>measured %1</source>
            <translation>측정값 %1</translation>
        </message>
        <message numerus="yes">
            <source>A timeline of %n lane(s) over %1.</source>
            <translation>
                <numerusform>%1 동안의 레인 %n개를 그린 타임라인입니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>nothing was recorded in the range asked for; all of it is drawn</source>
            <translation>요청한 구간에는 기록이 없어 전체를 그렸습니다</translation>
        </message>
        <message>
            <source>no lane matches --lane</source>
            <translation>--lane에 맞는 레인이 없습니다</translation>
        </message>
        <message>
            <source>a picture ends in .svg, .png or .pdf</source>
            <translation>그림 파일 이름은 .svg, .png, .pdf로 끝나야 합니다</translation>
        </message>
        <message>
            <source>a trace ends in .json or .csv</source>
            <translation>기록 파일 이름은 .json, .csv로 끝나야 합니다</translation>
        </message>
        <message>
            <source>there is no command and no file "%1"; see threadline --help</source>
            <translation>"%1"이라는 명령도 파일도 없습니다. threadline --help를 보십시오</translation>
        </message>
        <message>
            <source>--like reads .svg and .png</source>
            <translation>--like는 .svg와 .png를 읽습니다</translation>
        </message>
        <message>
            <source>this picture carries no time scale of ours</source>
            <translation>이 그림에는 Threadline이 적은 시간 축척이 없습니다</translation>
        </message>
        <message>
            <source>the run was cut off</source>
            <translation>실행이 도중에 끊겼습니다</translation>
        </message>
        <message>
            <source>other programs used %1 cores</source>
            <translation>다른 프로그램이 코어 %1개만큼을 썼습니다</translation>
        </message>
    </context>
</TS>
